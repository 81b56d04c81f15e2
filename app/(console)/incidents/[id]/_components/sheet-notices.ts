import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet } from '@/components/incident/sheet';
import { calmFinding } from '@/lib/followup/calm';
import { formatMoment } from '@/lib/i18n/format';
import { isPending } from '@/lib/incident/limit-changes';
import { factsToStartWith, keptSuggestion, suggest } from '@/lib/incident/suggestion';
import type { Criterion } from '@/lib/plan/criteria';
import { criterionText, factText } from '@/lib/plan/criterion-text';
import { say } from './plan-words';
import type { Making } from './sheet-initial';

type Notices = Sheet['notices'];
type T = (key: string, values?: Record<string, string | number>) => string;

/** What to see before deciding. */
export function noticesOf(type: FormCommand, making: Making, t: T): Notices {
  switch (type) {
    case 'setProvisionalGrade':
      return [suggestion(making, t)];
    case 'decideGrade':
    case 'regrade':
      return [suggestion(making, t), ...scaleSuggestions(making, t), ...proposal(making, t)];
    case 'confirmCalm':
      return [calm(making, t)];
    case 'recordSample':
      return lastCounts(making, t);
    case 'extendDeadline':
      return extendable(making, t);
    case 'reply':
      return agreedTextMissing(making, t);
    default:
      return [];
  }
}

/** Without a text that was agreed to in advance nobody can acknowledge at once. */
function agreedTextMissing({ view }: Making, t: T): Notices {
  const isInForce = view.directory.acknowledgements.some(
    (one) => one.agreedAt <= view.now && view.now < one.validUntil,
  );
  const lines = [t('notice.noAgreedTextTodo')];
  return isInForce ? [] : [{ tone: 'amber', title: t('notice.noAgreedText'), lines }];
}

/** How far each time limit may be moved. */
function extendable({ view, words, locale }: Making, t: T): Notices {
  const moment = (at: string | null) => (at ? formatMoment(at, view.now, locale) : '');
  const rows = view.state.deadlines.filter((one) => isPending(one) && one.hardMaxAt !== null);
  const lines = rows.map((one) =>
    t('notice.atMost', {
      title: words.deadline(one),
      dueAt: moment(one.dueAt),
      maximum: moment(one.hardMaxAt),
    }),
  );
  return [{ tone: 'blue', title: t('notice.extendable'), lines }];
}

/** The machine's suggestion with its reasons, and what nobody knows yet. */
function suggestion(making: Making, t: T): Notices[number] {
  const { view, gradeOf } = making;
  const { incident, assessments } = view.state;
  const first = suggest(view.plan.plan, factsToStartWith(view.state), incident.flags);
  const { reasons, missing } = keptSuggestion(assessments.at(-1)) ?? first.grade;
  const grade = incident.suggestedGrade;
  return {
    tone: 'blue',
    title: grade
      ? t('notice.suggestion', { grade: gradeOf(grade) ?? grade })
      : t('notice.noSuggestion'),
    lines: [
      ...reasons.map((one) => say(criterionText(one), making.locale)),
      ...unknown(missing, making, t),
      ...(grade ? [t('notice.reasonNeeded')] : []),
    ],
  };
}

const unknown = (missing: readonly Criterion[], { locale }: Making, t: T): string[] => [
  ...new Set(missing.map((one) => t('notice.missing', { fact: say(factText(one), locale) }))),
];

/** The same for the second scales of the last assessment. */
function scaleSuggestions(making: Making, t: T): Notices {
  const { view, locale } = making;
  const kept = keptSuggestion(view.state.assessments.at(-1))?.scales ?? {};
  return view.plan.plan.scales.flatMap(({ key, label, levels }) => {
    const found = kept[key];
    const level = levels.find((one) => one.key === found?.grade);
    if (!found || !level) return [];
    const title = t('notice.scale', { scale: say(label, locale), level: say(level.label, locale) });
    const reasons = found.reasons.map((one) => say(criterionText(one), locale));
    return [{ tone: 'blue' as const, title, lines: [...reasons, t('notice.reasonNeeded')] }];
  });
}

function proposal({ view, gradeOf }: Making, t: T): Notices {
  const proposed = view.state.incident.proposedGrade;
  const assessment = view.state.assessments.at(-1);
  if (!proposed) return [];
  return [
    {
      tone: 'neutral',
      title: t('notice.proposed', { grade: gradeOf(proposed) ?? proposed }),
      lines: [assessment?.facts, assessment?.risks].flatMap((line) => line ?? []),
    },
  ];
}

function calm({ view }: Making, t: T): Notices[number] {
  const rule = view.plan.plan.calm;
  const finding = calmFinding(rule, view.state.samples, view.now);
  const hours = rule.watchHours ?? 24;
  return {
    tone: finding.isFlat ? 'green' : 'amber',
    title: t(finding.isFlat ? 'notice.calmFlat' : 'notice.calmOpen'),
    lines: [
      t(`notice.${finding.reason}`, { hours }),
      ...(finding.invisible > 0 ? [t('notice.invisible', { count: finding.invisible })] : []),
    ],
  };
}

function lastCounts({ view }: Making, t: T): Notices {
  const last = view.state.samples.at(-1) ?? view.state.mentions.at(-1);
  const counts = (['views', 'reposts', 'comments', 'likes'] as const).flatMap((name) =>
    last?.[name] == null ? [] : [`${t(`field.${name}`)} ${last[name]}`],
  );
  if (counts.length === 0) return [];
  return [
    { tone: 'neutral', title: t('notice.lastCounts', { counts: counts.join(' · ') }), lines: [] },
  ];
}
