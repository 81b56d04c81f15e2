import type { AssignmentRow, MeasureRow } from '@/lib/incident/model';
import { type IncidentCase, personName, unitName } from '../case';
import type { Said } from '../model';
import { officialTime } from '../official-time';
import { ended, fact, say, sayNone } from '../say';
import { promiseKept } from './speaking';

/** 已核实: what units fed back, with finding, course and cause. */
export function verified(paper: IncidentCase): Said[] {
  const fedBack = paper.state.assignments.filter(isBack);
  if (fedBack.length === 0) {
    return [sayNone('尚无核实反馈记录，以上为网上所见，未经核实。', 'assignments')];
  }
  return fedBack.flatMap((one) => {
    const of = (field: string) => fact('assignments', one.id, field);
    const at = one.fedBackAt ? `${officialTime(one.fedBackAt)}，` : '';
    const finding = paper.words.option('finding', one.finding ?? '');
    return [
      say(
        `${at}${unitName(paper, one.unitId)}反馈：经核实，所反映情况${finding}。`,
        of('finding'),
        of('fedBackAt'),
      ),
      ...(one.answers ?? []).map(({ point, finding: found, said }) =>
        say(
          `${pointOf(one.points?.[point] ?? '')}${paper.words.option('pointFinding', found)}，${ended(said)}`,
          of(`answers.${point}`),
        ),
      ),
      ...(one.course ? [say(`经过：${ended(one.course)}`, of('course'))] : []),
      ...(one.cause ? [say(`原因：${ended(one.cause)}`, of('cause'))] : []),
    ];
  });
}

/** A point as it was asked, before its answer. */
const pointOf = (text: string): string =>
  /[？?]$/u.test(text.trim()) ? text.trim() : `${text.trim().replace(/[。；，]$/u, '')}：`;

/** Signed by the unit's principal and come back. */
const isBack = (one: AssignmentRow): boolean => one.finding !== null && one.fedBackAt !== null;

/** 待核实: points asked and not yet answered. */
export function unverified(paper: IncidentCase): Said[] {
  const open = paper.state.assignments.filter((one) => !isBack(one) && one.state !== 'refused');
  const points = open.flatMap((one) =>
    (one.points ?? []).map((point, index) =>
      say(ended(point), fact('assignments', one.id, `points.${index}`)),
    ),
  );
  if (points.length > 0) {
    const ids = open.map((one) => fact('assignments', one.id, 'finding'));
    return [say(`正在核实${points.length}项：`, ...ids), ...points];
  }
  return open.length > 0
    ? open.map((one) =>
        say(
          `${unitName(paper, one.unitId)}正在办理${one.number}，尚未反馈。`,
          fact('assignments', one.id, 'finding'),
        ),
      )
    : [sayNone('尚无待核实事项的记录。', 'assignments')];
}

/** 已采取措施, offline and of the units. */
export function measures(paper: IncidentCase): Said[] {
  const { measures: taken, assignments } = paper.state;
  const said = [
    ...taken.flatMap((one) => {
      if (!one.content || one.takenAt === null) return [];
      const who = doer(paper, one);
      return [
        say(
          `${officialTime(one.takenAt)}，${who}：${ended(one.content)}`,
          fact('measures', one.id),
        ),
      ];
    }),
    ...assignments.flatMap((one) =>
      one.measuresTaken
        ? [
            say(
              `${unitName(paper, one.unitId)}已采取措施：${ended(one.measuresTaken)}`,
              fact('assignments', one.id, 'measuresTaken'),
            ),
          ]
        : [],
    ),
  ];
  return said.length > 0 ? said : [sayNone('尚无处置措施记录。', 'measures', 'assignments')];
}

const doer = (paper: IncidentCase, { unitId }: MeasureRow): string =>
  unitId ? unitName(paper, unitId) : '本单位';

/** 计划采取的措施: what is to be done by when and was not recorded as done; empty when nothing is. */
export function plannedMeasures(paper: IncidentCase): Said[] {
  return paper.state.measures.flatMap((one) => {
    if (!one.content || !one.dueAt || one.takenAt !== null) return [];
    const overdue = one.dueAt < paper.now ? '（已过计划时间，尚无完成记录）' : '';
    return [
      say(
        `计划于${officialTime(one.dueAt)}前完成，${doer(paper, one)}${overdue}：${ended(one.content)}`,
        fact('measures', one.id, 'dueAt'),
      ),
    ];
  });
}

/** 牵头与分工 */
export function leads(paper: IncidentCase): Said[] {
  const { incident, assignments } = paper.state;
  const of = (field: string) => fact('incident', incident.id, field);
  const said: Said[] = [];
  if (incident.activatedAt) {
    said.push(say(`${officialTime(incident.activatedAt)}启动预案。`, of('activatedAt')));
  }
  if (incident.leadUnitId) {
    said.push(say(`牵头单位为${unitName(paper, incident.leadUnitId)}。`, of('leadUnitId')));
  }
  if (assignments.length > 0) {
    said.push(
      say(
        `共发出联系单（交办单）${assignments.length}件。`,
        ...assignments.map((one) => fact('assignments', one.id)),
      ),
    );
  }
  return said.length > 0
    ? said
    : [sayNone('尚无启动预案和分工的记录。', 'incident', 'assignments')];
}

/** 来文、批示与会商: what was ordered from outside and what was agreed. */
export function orders({ state, words }: IncidentCase): Said[] {
  const { instructions, consultations, taskforces } = state;
  return [
    ...instructions.map((one) => {
      const from = one.issuer ?? words.option('instructionSource', one.source);
      const number = one.number ? `（${one.number}）` : '';
      const limit = one.dueAt ? `，要求于${officialTime(one.dueAt)}前办理` : '';
      const answered = one.answeredAt ? `，${officialTime(one.answeredAt)}回复` : '';
      const owed = one.replyOwed && !one.answeredAt ? '，尚未回复' : '';
      return say(
        `${officialTime(one.receivedAt)}收到${from}来文、批示${number}${limit}${answered}${owed}。`,
        fact('instructions', one.id),
      );
    }),
    ...taskforces.map((one) =>
      say(
        `${officialTime(one.formedAt)}成立专班${one.name ? `（${one.name}）` : ''}，成员${one.members.length}人。`,
        fact('taskforces', one.id),
      ),
    ),
    ...consultations.flatMap((one) =>
      one.decisions
        ? [
            say(
              `${officialTime(one.heldAt)}以${words.option('consultationMedium', one.medium)}方式会商，议定：${ended(one.decisions)}`,
              fact('consultations', one.id, 'decisions'),
            ),
          ]
        : [],
    ),
  ];
}

/** 需支持事项、下次报告时间 */
export function nextSteps(paper: IncidentCase): Said[] {
  const { state, given, now } = paper;
  const next = state.reports.findLast((one) => one.nextReportAt);
  const update = state.publications.findLast(
    (one) => one.nextUpdateAt && promiseKept(paper, one) === null,
  );
  return [
    ...plannedMeasures(paper),
    given.needs
      ? say(`需支持事项：${ended(given.needs)}`, fact('given', null, 'needs'))
      : sayNone('尚无需上级支持事项的记录。', 'given'),
    next?.nextReportAt
      ? say(
          `${next.nextReportAt > now ? '下次报告时间为' : '此前约定的报告时间为'}${officialTime(next.nextReportAt)}。`,
          fact('reports', next.id, 'nextReportAt'),
        )
      : sayNone('尚无下次报告时间的记录。', 'reports'),
    ...(update?.nextUpdateAt
      ? [
          say(
            `已承诺于${officialTime(update.nextUpdateAt)}前向公众更新情况。`,
            fact('publications', update.id, 'nextUpdateAt'),
          ),
        ]
      : []),
  ];
}

/** 处置建议: what units proposed and what the last assessment named. */
export function proposals(paper: IncidentCase): Said[] {
  const said = paper.state.assignments.flatMap((one) =>
    one.proposedAnswer
      ? [
          say(
            `${unitName(paper, one.unitId)}拟答复意见：${ended(one.proposedAnswer)}`,
            fact('assignments', one.id, 'proposedAnswer'),
          ),
        ]
      : [],
  );
  const actions = paper.state.correctiveActions.flatMap((one) =>
    one.content ? [say(ended(one.content), fact('correctiveActions', one.id, 'content'))] : [],
  );
  return said.length + actions.length > 0
    ? [...said, ...actions]
    : [sayNone('尚无处置建议的记录，请在批示或者会商后补记。', 'assignments', 'correctiveActions')];
}

/** Where the matter stands now. */
export function standing(paper: IncidentCase): Said[] {
  const { incident } = paper.state;
  const of = (field: string) => fact('incident', incident.id, field);
  const said = [
    say(
      `目前处于${paper.words.stage(incident.stage)}阶段${incident.isDrill ? '（演练）' : ''}。`,
      of('stage'),
      of('isDrill'),
    ),
  ];
  if (incident.calmAt) {
    said.push(say(`${officialTime(incident.calmAt)}确认舆情趋于平稳。`, of('calmAt')));
  }
  if (incident.resolvedAt) {
    said.push(say(`${officialTime(incident.resolvedAt)}确认事项办结。`, of('resolvedAt')));
  }
  return said;
}
