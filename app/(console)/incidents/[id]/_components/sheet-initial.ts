import type { FormCommand } from '@/components/incident/form-types';
import type { SheetOption } from '@/components/incident/sheet';
import { formatLocal, formatLocalDue } from '@/lib/calendar';
import { standingTaskforce } from '@/lib/incident/commands/taskforce';
import { firstReportFacts, firstReportText } from '@/lib/incident/first-report-text';
import type { DeadlineRow, IncidentState } from '@/lib/incident/model';
import { nextReportKind } from '@/lib/incident/next-act';
import { owedUpdates } from '@/lib/incident/releases';
import { reportName } from '@/lib/incident/report-names';
import { factsToStartWith, keptSuggestion } from '@/lib/incident/suggestion';
import { tellingsOf } from '@/lib/incident/telling';
import { wordingTemplate } from '@/lib/incident/wording-parts';
import { voiceFault } from '@/lib/org/official-voice';
import type { GradingFacts } from '@/lib/plan/criteria';
import { reportFieldsOf } from '@/lib/plan/report-fields';
import { paragraphsOf } from '@/lib/wording/copies';
import type { ListedWord } from '@/lib/wording/listed-words';
import type { CopyLimits } from '@/lib/wording/platforms';
import type { PageContext } from './context';
import { approvedVersion } from './sheet-options';
import type { Words } from './words';

export interface Making extends PageContext {
  words: Words;
  orgName: string;
  /** Published versions the incident may move to, where the form asks for one. */
  planVersions?: SheetOption[];
  /** What the button that opened the form said. */
  preset?: Readonly<Record<string, string>>;
  /** What the institution does not want said, where a text is about to go for approval. */
  listedWords?: readonly ListedWord[];
  /** How long a copy may be where, when one is about to be made. */
  copyLimits?: CopyLimits | undefined;
}

type Initial = Record<string, string | boolean | string[] | null | undefined>;

/** What a form starts with, from what is recorded; nothing is invented. */
const initials: Partial<Record<FormCommand, (making: Making) => Initial>> = {
  correct: ({ view: { state } }) => ({
    'flags.danger': state.incident.flags.danger,
    'flags.minors': state.incident.flags.minors,
    'flags.media': state.incident.flags.media,
    'flags.rising': state.incident.flags.rising,
  }),
  changeTaskforce: ({ view: { state } }) => {
    const standing = standingTaskforce(state);
    const of = (duty: string) =>
      standing?.members.filter((one) => one.duty === duty).map((one) => one.personId) ?? [];
    return {
      taskforceId: standing?.id,
      name: standing?.name,
      leadId: of('lead')[0],
      liaisonId: of('liaison')[0],
      memberIds: of('member'),
      tasks: standing?.tasks?.join('\n'),
    };
  },
  reportMatter: ({ view: { state } }) => ({
    content: [state.incident.title, state.incident.summary].filter(Boolean).join('\n'),
  }),
  declareInterest: ({ actor }) => ({ personId: actor.id }),
  setProvisionalGrade: ({ view: { state } }) => ({
    grade: state.incident.provisionalGrade ?? state.incident.suggestedGrade,
  }),
  sendReport: (making) => ({
    kind: nextReportKind(making.view.state, 'superior'),
    content: draftOf(making),
    bodyKey: tellingsOf(making.view.plan.plan, making.view.state).find((one) => !one.told)?.key,
    ...reportFacts(making),
  }),
  assess: ({ view: { state } }) => ({
    facts: state.assessments.at(-1)?.facts,
    ...factsAt('gradingFacts', factsToStartWith(state)),
  }),
  present: ({ view: { state } }) => ({
    'assessment.facts': state.assessments.at(-1)?.facts ?? state.incident.summary,
    ...factsAt('assessment.gradingFacts', factsToStartWith(state)),
    'assessment.proposedGrade': state.incident.suggestedGrade ?? state.incident.provisionalGrade,
    'activation.leadUnitId': state.incident.unitId,
    'assignment.unitId': state.incident.unitId,
    'assignment.requirement': state.incident.demand,
  }),
  decideGrade: ({ view: { state } }) => ({
    grade: state.incident.proposedGrade ?? state.incident.suggestedGrade,
    ...scalesOf(state),
    eventGrade: state.incident.eventGrade,
  }),
  regrade: ({ view: { state } }) => ({
    ...scalesOf(state),
    eventGrade: state.incident.eventGrade,
  }),
  activate: ({ view: { state } }) => ({
    leadUnitId: state.assignments.find((one) => one.isLead)?.unitId ?? state.incident.unitId,
  }),
  assign: ({ view: { state } }) => ({
    unitId: state.incident.leadUnitId ?? state.incident.unitId,
    requirement: state.incident.demand,
    isLead: !state.assignments.some((one) => one.isLead),
  }),
  draftWording: () => ({ body: wordingTemplate() }),
  makeCopy: ({ view: { state }, preset }) => ({
    kept: paragraphsOf(approvedVersion(state, preset?.wordingId)?.body ?? '').map((_, at) =>
      String(at),
    ),
  }),
  reply: (making) => ({
    signatory: making.orgName,
    acknowledgementKey: making.view.directory.acknowledgements.find(
      (one) => one.agreedAt <= making.view.now && making.view.now < one.validUntil,
    )?.key,
    ...onlyAccount(making),
  }),
  sendCorrectionLetter: (making) => ({ signatory: making.orgName }),
  publish: (making) => ({
    signatory: making.orgName,
    continuesId: owedUpdates(making.view.state)[0]?.id,
    ...onlyAccount(making),
  }),
  writeReview: (making) => ({
    course: making.view.state.incident.summary,
    timeliness: timeliness(making),
  }),
};

export function initialOf(type: FormCommand, making: Making): Initial {
  return initials[type]?.(making) ?? {};
}

/** Known facts as the fields of a form hold them. */
function factsAt(path: string, { judged = {}, category: _, ...facts }: GradingFacts): Initial {
  const entries = [
    ...Object.entries(facts),
    ...Object.entries(judged).map(([key, answer]) => [`judged.${key}`, answer] as const),
  ].map(([name, value]) => [`${path}.${name}`, Array.isArray(value) ? value : heldAs(value)]);
  return Object.fromEntries(entries);
}

const heldAs = (value: unknown): string =>
  typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** The second scales as they stand, else as the last assessment suggests. */
function scalesOf({ incident, assessments }: IncidentState): Initial {
  const suggested = Object.entries(keptSuggestion(assessments.at(-1))?.scales ?? {});
  const levels = {
    ...Object.fromEntries(suggested.map(([key, { grade }]) => [key, grade])),
    ...incident.scales,
  };
  return Object.fromEntries(Object.entries(levels).map(([key, level]) => [`scales.${key}`, level]));
}

/** The account, where there is but one this person may speak through. */
function onlyAccount({ view, actor }: Making): Initial {
  const [first, ...others] = view.directory.accounts.filter((one) => !voiceFault(one, actor));
  if (!first || others.length > 0) return {};
  return { accountId: first.id };
}

function draftOf({ view, actor, names, unitOf, gradeOf, hasLevels }: Making): string {
  const me = names.get(actor.id);
  const facts = firstReportFacts(view.state, {
    now: view.now,
    grade: (key) => gradeOf(key) ?? key,
    hasLevels,
    unit: unitOf,
    reporter: me ? { name: me.name, phone: me.phone } : null,
  });
  const { reports } = view.state;
  const kind = nextReportKind(view.state, 'superior');
  const line = reports.filter((one) => one.target === 'superior' && one.bodyKey === null);
  const sequence = line.filter((one) => one.kind === kind).length + 1;
  if (kind === 'initial') return firstReportText(facts);
  const before = reports.findLast((one) => one.target === 'superior' && one.medium === 'written');
  return firstReportText({
    ...facts,
    name: reportName({ kind, sequence }, 'zh'),
    recipient: before?.recipient ?? facts.recipient,
  });
}

/** What the record says to the plan's own fields; what it does not say stays empty. */
function reportFacts({ view, unitOf, words }: Making): Initial {
  const { incident, mentions } = view.state;
  const [first] = mentions;
  const at = (moment: string | null | undefined) => (moment ? formatLocal(moment) : null);
  const known: Record<string, string | null | undefined> = {
    标题: incident.title,
    主题: incident.title,
    链接地址: first?.url,
    网址: first?.url,
    网络名: first && words.option('platform', first.platform),
    涉及单位: unitOf(incident.unitId) ?? incident.unitName,
    发布时间: at(first?.publishedAt),
    发现时间: at(incident.discoveredAt),
    上报时间: at(view.now),
  };
  const fields = reportFieldsOf(view.plan.plan);
  return Object.fromEntries(fields.map(({ key, label }) => [`fields.${key}`, known[label.zh]]));
}

/** Each time limit with when it was due and when it was met, for the review. */
function timeliness({ view, words }: Making): string {
  const outcome = (one: DeadlineRow): string => {
    if (one.metAt) return `${formatLocal(one.metAt)}${one.state === 'late' ? ' （超时）' : ''}`;
    return one.explainedReason ?? '—';
  };
  return view.state.deadlines
    .filter((one) => one.state !== 'cancelled')
    .map(
      (one) =>
        `${words.deadline(one)}：${one.dueAt ? formatLocalDue(one.dueAt) : '—'} → ${outcome(one)}`,
    )
    .join('\n');
}
