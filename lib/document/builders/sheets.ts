import type { ApprovalRunRow, AssignmentRow, WordingRow } from '@/lib/incident/model';
import { type IncidentCase, personName, unitName } from '../case';
import type { Block, FormPair, OfficialDocument, Said } from '../model';
import { officialTime } from '../official-time';
import { fact, say, sayNone, sayVerbatim } from '../say';
import { form } from './frame';
import { recordedWords } from './signed-how';

const pair = (label: string, ...value: Said[]): FormPair => ({ label, value });

/** 审批单: one wording with every step of its runs, who signed when, and the hash they signed. */
export function approvalSheet(paper: IncidentCase, wording: WordingRow): OfficialDocument {
  const { state, words } = paper;
  const of = (field: string) => fact('wordings', wording.id, field);
  const runs = state.approvalRuns.filter((one) => one.wordingId === wording.id);
  const run = runs.at(-1);
  const versions = state.wordingVersions.filter((one) => one.wordingId === wording.id);
  const version =
    versions.findLast((one) => one.contentHash === run?.contentHash) ?? versions.at(-1);
  const drafters = wording.drafterIds.map((id) => personName(paper, id)).join('、');
  const stated = {
    running: '审批中',
    released: '已紧急放行，待补签',
    approved: '已通过',
    returned: '已退回',
    withdrawn: '已撤回',
    voided: '已失效',
  };
  const rows: FormPair[][] = [
    [
      pair('事项编号', say(state.incident.number, fact('incident', state.incident.id, 'number'))),
      pair('文种', say(words.option('wordingKind', wording.kind), of('kind'))),
    ],
    [
      pair(
        '标题',
        wording.title ? say(wording.title, of('title')) : sayNone('标题已清除', 'wordings'),
      ),
    ],
    [
      pair('拟稿', drafters ? say(drafters, of('drafterIds')) : sayNone('无记录', 'wordings')),
      pair(
        '版本',
        version
          ? say(`第${version.number}稿`, fact('wordingVersions', version.id, 'number'))
          : sayNone('无', 'wordingVersions'),
      ),
    ],
    [
      pair(
        '送审',
        run
          ? say(
              `${personName(paper, run.submittedBy)}，${officialTime(run.submittedAt)}`,
              fact('approvalRuns', run.id),
            )
          : sayNone('尚未送审', 'approvalRuns'),
      ),
      pair(
        '结果',
        run
          ? say(
              `${stated[run.state]}${run.releasedAt ? `（紧急发布，${officialTime(run.releasedAt)}${run.releasedBy ? personName(paper, run.releasedBy) : ''}放行${run.releaseReason ? `：${run.releaseReason}` : ''}）` : ''}${run.endedAt ? `，${officialTime(run.endedAt)}` : ''}`,
              fact('approvalRuns', run.id, 'state'),
            )
          : sayNone('无', 'approvalRuns'),
      ),
    ],
    [
      pair(
        '正文',
        ...(version?.body
          ? sayVerbatim(version.body, fact('wordingVersions', version.id, 'body'))
          : [sayNone('尚无正文记录', 'wordingVersions')]),
      ),
    ],
    [
      pair(
        '内容摘要值',
        run
          ? say(`SHA-256　${run.contentHash}`, fact('approvalRuns', run.id, 'contentHash'))
          : sayNone('尚未送审，无摘要值', 'approvalRuns'),
      ),
    ],
  ];
  return {
    ...form(paper, 'approval_sheet', `${words.option('wordingKind', wording.kind)}审批单`, []),
    blocks: [
      { kind: 'form', rows },
      ...runs.toReversed().map((one, index) => stepTable(paper, one, runs.length - index)),
      ...(runs.length === 0
        ? [{ kind: 'paragraph', sentences: [sayNone('尚无送审记录。', 'approvalRuns')] } as Block]
        : []),
    ],
  };
}

function stepTable(paper: IncidentCase, run: ApprovalRunRow, turn: number): Block {
  const { state, words, plan } = paper;
  const labels = plan.chains.find((one) => one.key === run.chainKey)?.steps ?? [];
  const steps = state.approvalSteps
    .filter((one) => one.runId === run.id)
    .sort((a, b) => a.position - b.position);
  const rows = steps.flatMap((step): Said[][] => {
    const of = (field: string) => fact('approvalSteps', step.id, field);
    const label = labels[step.position];
    const isSame = label?.role === step.role;
    const name = say(
      `${step.position + 1}．${isSame && label ? label.label.zh : words.role(step.role)}`,
      of('role'),
    );
    const decisions = state.approvalDecisions.filter((one) => one.stepId === step.id);
    if (decisions.length === 0) {
      const word = {
        waiting: '未到',
        open: '待签',
        skipped: '免签',
        approved: '同意',
        returned: '退回',
      };
      return [
        [
          name,
          sayNone('无', 'approvalDecisions'),
          say(`${word[step.state]}${step.needed > 1 ? `（需${step.needed}人）` : ''}`, of('state')),
          sayNone('无', 'approvalDecisions'),
          step.note ? say(step.note, of('note')) : sayNone('无', 'approvalDecisions'),
        ],
      ];
    }
    return decisions.map((one) => {
      const by = (field: string) => fact('approvalDecisions', one.id, field);
      const standIn = state.standIns.find((each) => each.refId === one.id);
      return [
        name,
        say(personName(paper, one.personId), by('personId')),
        one.voidedAt
          ? say(
              one.decision === 'return'
                ? '退回前步'
                : one.deniedAt
                  ? '本人否认，作废'
                  : '同意（退回后作废）',
              by('voidedAt'),
            )
          : say(one.decision === 'approve' ? '同意' : '退回', by('decision')),
        say(officialTime(one.decidedAt), by('decidedAt')),
        standIn
          ? say(
              `${standIn.kind === 'delegate' ? '受书面授权代签' : '带班领导代行'}${one.reason ? `：${one.reason}` : ''}`,
              fact('standIns', standIn.id),
              by('reason'),
            )
          : one.how
            ? say(recordedWords(paper, one), by('how'))
            : one.reason
              ? say(one.reason, by('reason'))
              : say(`签${one.contentHash.slice(0, 8)}`, by('contentHash')),
      ];
    });
  });
  return {
    kind: 'table',
    caption: `第${turn}次送审（摘要值${run.contentHash.slice(0, 16)}）`,
    columns: [
      { label: '环节', share: 5 },
      { label: '签署人', share: 3 },
      { label: '意见', share: 3 },
      { label: '时间', share: 5 },
      { label: '理由或所签摘要值', share: 4 },
    ],
    rows:
      rows.length > 0
        ? rows
        : [
            [
              sayNone('无环节', 'approvalSteps'),
              ...Array.from({ length: 4 }, () => sayNone('无', 'approvalSteps')),
            ],
          ],
  };
}

const SHEET_TITLES: Record<string, string> = {
  verify: '舆情联系单',
  handle: '舆情交办单',
  forward: '舆情转办单',
  supervise: '舆情督办单',
};

/** 联系单 (交办、转办、督办单) in the order of the form. */
export function assignmentSheet(paper: IncidentCase, one: AssignmentRow): OfficialDocument {
  const { state, words, given, org } = paper;
  const of = (field: string) => fact('assignments', one.id, field);
  const { incident } = state;
  const person = (id: string | null) => (id ? personName(paper, id) : null);
  const text = (value: string | null, field: string, none: string): Said =>
    value ? say(value, of(field)) : sayNone(none, 'assignments');
  const gift = (value: string | null, field: string, none: string): Said =>
    value ? say(value, fact('given', null, field)) : sayNone(none, 'given');
  const points = (one.points ?? []).map((point, index) =>
    say(`${index + 1}．${point}`, of(`points.${index}`)),
  );
  const isBack = one.fedBackAt !== null;
  const answers = (isBack ? (one.answers ?? []) : []).map(({ point, finding, said }) =>
    say(`${point + 1}．${words.option('pointFinding', finding)}：${said}`, of(`answers.${point}`)),
  );
  const source = state.mentions.find((mention) => mention.url);
  const files = state.evidence.filter((file) => file.fileName);
  const signed = one.acceptedAt
    ? `${person(one.acceptedBy)}，${officialTime(one.acceptedAt)}`
    : null;
  const rows: FormPair[][] = [
    [pair('编号', say(one.number, of('number'))), pair('来文号', incoming(paper, one))],
    [
      pair('发出单位', say(org.name, fact('org', org.id, 'name'))),
      pair('承办单位', say(unitName(paper, one.unitId), of('unitId'))),
    ],
    [
      pair('紧急程度', say(words.option('urgency', one.urgency), of('urgency'))),
      pair('时限', text(one.dueAt && officialTime(one.dueAt), 'dueAt', '未定时限')),
    ],
    [pair('摘要', ...abstractOf(paper))],
    [
      pair(
        '链接',
        source?.url
          ? say(source.url, fact('mentions', source.id, 'url'))
          : sayNone('无链接', 'mentions'),
      ),
      pair(
        '截图',
        files.length > 0
          ? say(`${files.length}件，存于系统`, ...files.map((file) => fact('evidence', file.id)))
          : sayNone('无截图', 'evidence'),
      ),
    ],
    [
      pair(
        '逐条核实事项',
        ...(points.length > 0 ? points : [sayNone('未列逐条事项', 'assignments')]),
      ),
    ],
    [pair('办理要求', text(one.requirement, 'requirement', '未填'))],
    [
      pair('牵头／协办', say(one.isLead ? '牵头' : '协办', of('isLead'))),
      pair('负责人', text(one.responsible, 'responsible', '未填')),
    ],
    [
      pair('联络员', text(one.liaison, 'liaison', '未填')),
      pair(
        '发出',
        say(
          `${person(one.issuedBy)}，${officialTime(one.issuedAt)}`,
          of('issuedBy'),
          of('issuedAt'),
        ),
      ),
    ],
    [
      pair('签发', gift(given.signer, 'signer', '未签发')),
      pair('签收', text(signed, 'acceptedAt', '未签收')),
    ],
    [pair('逐条答复', ...(answers.length > 0 ? answers : [sayNone('未逐条答复', 'assignments')]))],
    [
      pair(
        '属实程度',
        text(one.finding && words.option('finding', one.finding), 'finding', '未反馈'),
      ),
    ],
    [pair('经过', text(one.course, 'course', '未反馈'))],
    [pair('原因', text(one.cause, 'cause', '未反馈'))],
    [pair('措施', text(one.measuresTaken, 'measuresTaken', '未反馈'))],
    [pair('拟答复意见', text(one.proposedAnswer, 'proposedAnswer', '未反馈'))],
    [
      pair('主要负责人签署', text(one.signedByPrincipal, 'signedByPrincipal', '未签署')),
      pair('反馈时间', text(one.fedBackAt && officialTime(one.fedBackAt), 'fedBackAt', '未反馈')),
    ],
    [
      pair('办公室审核', audit(paper, one)),
      pair('退回说明', text(one.returnReason, 'returnReason', '无退回')),
    ],
  ];
  const note = say(
    `所属舆情：${incident.number}${incident.isDrill ? '（演练）' : ''}`,
    fact('incident', incident.id, 'number'),
  );
  return {
    ...form(paper, 'assignment_sheet', SHEET_TITLES[one.kind] ?? '舆情联系单', [note]),
    blocks: [{ kind: 'form', rows }],
  };
}

/** Number of the newest order from outside that had come in when this one went out. */
function incoming({ state, words }: IncidentCase, one: AssignmentRow): Said {
  const before = state.instructions.findLast((order) => order.receivedAt <= one.issuedAt);
  if (!before) return sayNone('无来文', 'instructions');
  const named = before.number ?? `${words.option('instructionSource', before.source)}，无文号`;
  return say(named, fact('instructions', before.id, 'number'));
}

function abstractOf({ state }: IncidentCase): Said[] {
  const { incident } = state;
  const of = (field: string) => fact('incident', incident.id, field);
  const said = [
    ...(incident.title ? [say(incident.title, of('title'))] : []),
    ...(incident.summary && incident.summary !== incident.title
      ? [say(incident.summary, of('summary'))]
      : []),
    ...(incident.demand ? [say(`诉求：${incident.demand}`, of('demand'))] : []),
  ];
  return said.length > 0 ? said : [sayNone('摘要已按规定清除', 'incident')];
}

function audit(paper: IncidentCase, one: AssignmentRow): Said {
  const { given } = paper;
  if (one.settledAt) {
    const text = `${personName(paper, one.settledBy)}审核办结，${officialTime(one.settledAt)}`;
    return say(
      text,
      fact('assignments', one.id, 'settledAt'),
      fact('assignments', one.id, 'settledBy'),
    );
  }
  return given.reviewer
    ? say(given.reviewer, fact('given', null, 'reviewer'))
    : sayNone('未审核', 'assignments');
}
