import type { FormCommand } from '@/components/incident/form-types';
import type { Sheet } from '@/components/incident/sheet';
import { calmFinding } from '@/lib/followup/calm';
import { factsOfMentions } from '@/lib/incident/mention-facts';
import type { Criterion } from '@/lib/plan/criteria';
import { suggestGrade } from '@/lib/plan/grading';
import type { Making } from './sheet-initial';

type Notices = Sheet['notices'];
type T = (key: string, values?: Record<string, string | number>) => string;

/** What to see before deciding. */
export function noticesOf(type: FormCommand, making: Making, t: T): Notices {
  switch (type) {
    case 'assess':
    case 'present':
      return [suggestion(making, t, false)];
    case 'decideGrade':
    case 'regrade':
      return [suggestion(making, t, true), ...proposal(making, t)];
    case 'confirmCalm':
      return [calm(making, t)];
    case 'recordSample':
      return lastCounts(making, t);
    default:
      return [];
  }
}

/** The machine's suggestion with its reasons, and what nobody knows yet. */
function suggestion(making: Making, t: T, asksReason: boolean): Notices[number] {
  const { view, gradeOf } = making;
  const stored = view.state.assessments.at(-1);
  const fresh = suggestGrade(view.plan.plan, factsOfMentions(view.state.mentions));
  const kept = stored?.suggestionReasons as { reasons?: Criterion[]; missing?: Criterion[] } | null;
  const grade = stored
    ? stored.suggestedGrade
    : (view.state.incident.suggestedGrade ?? fresh.grade);
  const reasons = (kept?.reasons ?? fresh.reasons).map((one) => criterionText(one, making, t));
  const unknown = (kept?.missing ?? fresh.missing).map((one) => factName(one, making, t));
  const missing = [...new Set(unknown)].map((fact) => t('notice.missing', { fact }));
  return {
    tone: 'blue',
    title: grade
      ? t('notice.suggestion', { grade: gradeOf(grade) ?? grade })
      : t('notice.noSuggestion'),
    lines: [...reasons, ...missing, ...(asksReason && grade ? [t('notice.reasonNeeded')] : [])],
  };
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

/** What has to be found out, whichever way it turns out. */
function factName(criterion: Criterion, making: Making, t: T): string {
  if ('count' in criterion) return t(`field.${criterion.count}`);
  if ('is' in criterion) return t(`field.${criterion.is}`);
  if ('mediaTier' in criterion) return t('field.mediaTier');
  if ('imageImpact' in criterion) return t('field.imageImpact');
  return criterionText(criterion, making, t);
}

export function criterionText(criterion: Criterion, making: Making, t: T): string {
  const { words, locale } = making;
  const field = (name: string) => t(`field.${name}`);
  if ('count' in criterion) {
    const what = field(criterion.count);
    return criterion.atLeast !== undefined
      ? t('criterion.atLeast', { what, value: criterion.atLeast })
      : t('criterion.atMost', { what, value: criterion.atMost ?? 0 });
  }
  if ('mediaTier' in criterion) {
    const value = criterion.mediaTier.map((tier) => words.option('mediaTier', tier)).join(' / ');
    return t('criterion.mediaTier', { value });
  }
  if ('is' in criterion) {
    return t(criterion.value ? 'criterion.yes' : 'criterion.no', { what: field(criterion.is) });
  }
  if ('imageImpact' in criterion) {
    const value = words.option('imageImpact', criterion.imageImpact);
    return t('criterion.imageImpact', { value });
  }
  if ('category' in criterion) {
    return criterion.category.map((one) => words.option('category', one)).join(' / ');
  }
  if ('manual' in criterion) return locale === 'en' ? criterion.manual.en : criterion.manual.zh;
  const inner = 'all' in criterion ? criterion.all : criterion.any;
  return inner.map((one) => criterionText(one, making, t)).join(' / ');
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
