import { reportName } from '@/lib/incident/report-names';
import type { IncidentCase } from '../case';
import { personName, unitName } from '../case';
import type { Block, OfficialDocument, Said } from '../model';
import { officialDay, officialTime, shortTime } from '../official-time';
import { ended, fact, say, sayLines, sayNone } from '../say';
import { leads, measures, orders, plannedMeasures, standing, verified } from '../sections/handling';
import { limitTable } from '../sections/limits';
import { discovery, grading, matter, reporting } from '../sections/matter';
import { numbered, paragraph, paragraphs } from '../sections/shape';
import { releaseWay, speaking } from '../sections/speaking';
import { spread, trend } from '../sections/spread';
import { plain, topicOf } from './frame';

/** 复盘报告, in the order officials expect: facts, spread, limits, causes, effect, lessons, 整改. */
export function reviewReport(paper: IncidentCase): OfficialDocument {
  const { state } = paper;
  const review = state.reviews.findLast((one) => one.state !== 'superseded') ?? null;
  const written = (text: string | null | undefined, field: string, none: string): Said[] =>
    review && text ? sayLines(text, fact('reviews', review.id, field)) : [sayNone(none, 'reviews')];
  const causes = review?.causes.map((cause) => paper.words.option('cause', cause)).join('、');
  return {
    ...plain(paper, 'review_report', `关于${topicOf(paper)}舆情处置的复盘报告`),
    blocks: numbered([
      [
        '基本情况',
        [
          ...discovery(paper),
          ...matter(paper),
          ...grading(paper),
          ...standing(paper),
          standingOfReview(paper),
        ],
      ],
      [
        '传播经过',
        [
          paragraph(...written(review?.course, 'course', '尚无复盘中经过的记录。')),
          paragraph(...spread(paper)),
          ...trend(paper),
        ],
      ],
      [
        '处置及时限对照',
        [
          ...paragraphs([...reporting(paper), ...orders(paper)]),
          paragraph(...leads(paper)),
          ...paragraphs([...measures(paper), ...plannedMeasures(paper), ...speaking(paper)]),
          paragraph(...written(review?.timeliness, 'timeliness', '尚无时效评价的记录。')),
          ...limitTable(paper),
        ],
      ],
      [
        '原因',
        [
          ...(review && causes
            ? [say(`复盘归因：${causes}。`, fact('reviews', review.id, 'causes'))]
            : [sayNone('尚无复盘归因的记录。', 'reviews')]),
          ...written(review?.causeNote, 'causeNote', '尚无网上原因的单独记录。'),
          ...verified(paper),
        ],
      ],
      ['效果', written(review?.effect, 'effect', '尚无效果评价的记录。')],
      ['问题教训', written(review?.lessons, 'lessons', '尚无问题教训的记录。')],
      ['整改', corrections(paper)],
      ['表彰、问责建议', [sayNone('尚无表彰、问责建议的记录。', 'reviews')]],
      ['预案修订', written(review?.planChanges, 'planChanges', '尚无预案修订建议的记录。')],
      ['归档目录', catalogue(paper)],
    ]),
  };
}

function standingOfReview(paper: IncidentCase): Said {
  const review = paper.state.reviews.findLast((one) => one.state !== 'superseded');
  if (!review) return sayNone('尚无复盘记录。', 'reviews');
  const approved = review.approvedAt
    ? `，${officialTime(review.approvedAt)}经${personName(paper, review.approvedBy)}审定`
    : '，尚未审定';
  return say(
    `复盘由${personName(paper, review.writtenBy)}于${officialTime(review.writtenAt)}撰写${approved}。`,
    fact('reviews', review.id),
  );
}

function corrections(paper: IncidentCase): readonly Said[] | readonly Block[] {
  const { correctiveActions } = paper.state;
  if (correctiveActions.length === 0) {
    return [sayNone('尚无整改措施的记录。', 'correctiveActions')];
  }
  return [
    {
      kind: 'table',
      caption: '整改措施',
      columns: [
        { label: '措施', share: 6 },
        { label: '责任单位、责任人', share: 4 },
        { label: '时限', share: 3 },
        { label: '回头看', share: 4 },
      ],
      rows: correctiveActions.map((one) => {
        const of = (field: string) => fact('correctiveActions', one.id, field);
        const who = [one.unitId ? unitName(paper, one.unitId) : null, one.owner].filter(Boolean);
        const done = one.doneAt
          ? `${officialDay(one.doneAt)}完成${one.doneNote ? `：${one.doneNote}` : ''}`
          : null;
        return [
          one.content
            ? say(ended(one.content), of('content'))
            : sayNone('已清除', 'correctiveActions'),
          who.length > 0
            ? say(who.join('，'), of('owner'), of('unitId'))
            : sayNone('未定', 'correctiveActions'),
          one.dueAt
            ? say(officialDay(one.dueAt), of('dueAt'))
            : sayNone('未定', 'correctiveActions'),
          done ? say(done, of('doneAt'), of('doneNote')) : sayNone('未完成', 'correctiveActions'),
        ];
      }),
    },
  ];
}

function catalogue(paper: IncidentCase): readonly Said[] | readonly Block[] {
  const { state, words } = paper;
  const rows: Said[][] = [
    ...state.reports.map((one) => [
      say(reportName(one, 'zh'), fact('reports', one.id, 'kind')),
      say(
        one.recipient ?? words.option('reportTarget', one.target),
        fact('reports', one.id, 'target'),
      ),
      say(shortTime(one.sentAt), fact('reports', one.id, 'sentAt')),
    ]),
    ...state.assignments.map((one) => [
      say(words.option('assignmentKind', one.kind), fact('assignments', one.id, 'kind')),
      say(`${one.number}　${unitName(paper, one.unitId)}`, fact('assignments', one.id, 'number')),
      say(shortTime(one.issuedAt), fact('assignments', one.id, 'issuedAt')),
    ]),
    ...state.wordings.map((one) => [
      say(words.option('wordingKind', one.kind), fact('wordings', one.id, 'kind')),
      one.title ? say(one.title, fact('wordings', one.id, 'title')) : sayNone('已清除', 'wordings'),
      say(shortTime(one.createdAt), fact('wordings', one.id, 'createdAt')),
    ]),
    ...state.publications.map((one) => [
      say(one.correctsId ? '更正' : '发布', fact('publications', one.id)),
      say(one.url ?? releaseWay(paper, one), fact('publications', one.id, 'url')),
      say(shortTime(one.publishedAt), fact('publications', one.id, 'publishedAt')),
    ]),
    ...state.correctionLetters.map((one) => [
      say('更正函', fact('correctionLetters', one.id)),
      one.outlet
        ? say(`致${one.outlet}`, fact('correctionLetters', one.id, 'outlet'))
        : sayNone('已清除', 'correctionLetters'),
      say(shortTime(one.sentAt), fact('correctionLetters', one.id, 'sentAt')),
    ]),
    ...state.evidence.map((one) => [
      say('证据', fact('evidence', one.id)),
      one.fileName
        ? say(one.fileName, fact('evidence', one.id, 'fileName'))
        : sayNone('已清除', 'evidence'),
      say(shortTime(one.attachedAt), fact('evidence', one.id, 'attachedAt')),
    ]),
  ];
  if (rows.length === 0)
    return [sayNone('尚无可归档的材料记录。', 'reports', 'assignments', 'evidence')];
  return [
    {
      kind: 'table',
      caption: '归档目录',
      columns: [
        { label: '种类', share: 3 },
        { label: '名称', share: 7 },
        { label: '时间', share: 3 },
      ],
      rows,
    },
  ];
}
