import type { ReportRow } from '@/lib/incident/model';
import { reportName } from '@/lib/incident/report-names';
import { type IncidentCase, personName } from '../case';
import type { FormPair, OfficialDocument, Said } from '../model';
import { officialTime } from '../official-time';
import { fact, say, sayNone, sayOwn } from '../say';
import { form, topicOf } from './frame';
import { receiverOf } from './reports';

const pair = (label: string, ...value: Said[]): FormPair => ({ label, value });

/**
 * 签收单 of one report: what was brought to whom, and who received it. What was not received in the
 * system leaves room for the receiver's hand.
 */
export function receipt(paper: IncidentCase, row: ReportRow): OfficialDocument {
  const { state, words, given, org } = paper;
  const { incident } = state;
  const of = (field: keyof ReportRow) => fact('reports', row.id, field);
  const by = words.person(row.sentBy);
  const phone = by?.phone ? `，电话${by.phone}` : '';
  const taken = row.contact ? `${row.contact}` : null;
  const note = say(
    `所属舆情：${incident.number}${incident.isDrill ? '（演练）' : ''}`,
    fact('incident', incident.id, 'number'),
  );
  return {
    ...form(paper, 'receipt', '文件签收单', [note]),
    blocks: [
      {
        kind: 'form',
        rows: [
          [
            pair(
              '文件名称',
              say(
                `关于${topicOf(paper)}舆情的${reportName(row, 'zh')}`,
                of('kind'),
                of('sequence'),
              ),
            ),
          ],
          [
            pair(
              '发文字号',
              given.number
                ? say(given.number, fact('given', null, 'number'))
                : sayNone('无文号', 'given'),
            ),
            pair(
              '紧急程度',
              given.urgency
                ? say(given.urgency, fact('given', null, 'urgency'))
                : sayNone('未标注', 'given'),
            ),
          ],
          [
            pair('报送单位', say(org.name, fact('org', org.id, 'name'))),
            pair('签收单位', receiver(paper, row)),
          ],
          [
            pair('报送方式', say(words.option('reportMedium', row.medium), of('medium'))),
            pair('报送时间', say(officialTime(row.sentAt), of('sentAt'))),
          ],
          [
            pair('报送人', sayOwn(`${personName(paper, row.sentBy)}${phone}`, of('sentBy'))),
            pair('接件人', taken ? say(taken, of('contact')) : sayNone('无记录', 'reports')),
          ],
          ...(row.acknowledgedAt === null
            ? []
            : [
                [
                  pair('签收人', say(personName(paper, row.acknowledgedBy), of('acknowledgedBy'))),
                  pair('签收时间', say(officialTime(row.acknowledgedAt), of('acknowledgedAt'))),
                ],
              ]),
        ],
      },
      { kind: 'box', label: row.acknowledgedAt !== null ? '备注' : '签收人签名、日期' },
    ],
  };
}

function receiver(paper: IncidentCase, row: ReportRow): Said {
  const { words, given } = paper;
  const source = fact('reports', row.id, 'recipient');
  const named = receiverOf(paper, row);
  if (named) return say(named, source);
  return given.addressee
    ? say(given.addressee, fact('given', null, 'addressee'))
    : say(words.option('reportTarget', row.target), fact('reports', row.id, 'target'));
}
