import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { toLocale } from '@/lib/i18n/locales';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import type { IncidentView } from '@/lib/incident/server';
import { planNames } from '@/lib/plan/names';

/** What may never get lost (guard 4): lateness, lowered grades, new categories, silence. */
export async function MarksPanel({ view }: { view: IncidentView }) {
  const [t, approvals, words, locale] = await Promise.all([
    getTranslations('audit'),
    getTranslations('approvals'),
    getTranslations('words'),
    getLocale().then(toLocale),
  ]);
  const { state, plan, now } = view;
  const rank = (key: string | null) => plan.plan.levels.find((one) => one.key === key)?.rank ?? -1;
  const grade = (key: string | null) =>
    key === null
      ? words('ungraded')
      : (planNames(plan.plan).levels[key]?.label[locale === 'en' ? 'en' : 'zh'] ?? key);
  const reason = (key: string) =>
    approvals.has(`reasonOf.${key}`) ? approvals(`reasonOf.${key}`) : key;
  const late = state.deadlines.filter(
    (one) => one.breachedAt !== null || one.state === 'late' || one.state === 'breached',
  );
  const { incident } = state;
  const lines: { key: string; label: string; at: string; text: ReactNode; note: string | null }[] =
    [
      ...late.map((one) => ({
        key: one.id,
        label: t('mark.late'),
        at: one.dueAt ?? one.breachedAt ?? now,
        text: deadlineTitle(plan.plan, one, locale),
        note: one.explainedReason,
      })),
      ...state.gradings
        .filter(
          (one) => one.kind === 'regraded' && rank(one.opinionGrade) < rank(one.previousGrade),
        )
        .map((one) => ({
          key: one.id,
          label: t('mark.downgraded'),
          at: one.decidedAt,
          text: `${grade(one.previousGrade)} → ${grade(one.opinionGrade)}`,
          note: one.reason,
        })),
      ...state.categorisations
        .filter((one) => one.previous !== null)
        .map((one) => ({
          key: one.id,
          label: t('mark.recategorised'),
          at: one.proposedAt,
          text: `${words(`category.${one.previous}`)} → ${words(`category.${one.category}`)}`,
          note: one.reason,
        })),
      ...state.nonPublications.map((one) => ({
        key: one.id,
        label: t('mark.unpublished'),
        at: one.proposedAt,
        text: reason(one.reason),
        note: one.explanation,
      })),
      ...state.samples
        .filter((one) => !one.isVisible)
        .map((one) => ({
          key: one.id,
          label: t('mark.vanished'),
          at: one.sampledAt,
          text: null,
          note: one.note,
        })),
      ...(incident.dismissalProposedAt
        ? [
            {
              key: 'dismissal',
              label: t('mark.dismissed'),
              at: incident.dismissalProposedAt,
              text: reason(incident.dismissalReason ?? ''),
              note: incident.dismissalNote,
            },
          ]
        : []),
    ];
  return (
    <Panel title={t('keptInSight')} count={lines.length}>
      {lines.length === 0 ? (
        <p className="text-faint">{t('nothingKept')}</p>
      ) : (
        <ul className="space-y-2">
          {lines.map((line) => (
            <li key={line.key}>
              <p className="flex flex-wrap justify-between gap-x-3">
                <span>
                  <span className="font-medium">{line.label}</span> {line.text}
                </span>
                <span className="text-xs text-faint">
                  <Time at={line.at} now={now} />
                </span>
              </p>
              {line.note && <p className="text-xs text-soft">{line.note}</p>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
