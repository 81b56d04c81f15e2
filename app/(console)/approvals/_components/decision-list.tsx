import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { commandHref } from '@/components/incident/command-href';
import { LevelBadge } from '@/components/incident/level-badge';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { toLocale } from '@/lib/i18n/locales';
import type { DecisionKind, WaitingDecision } from '@/lib/incident/server';
import { waited } from './queue';

/** Which part of the incident page holds the form. */
const FORMS: Record<DecisionKind, string> = {
  grade: 'decideGrade',
  category: 'confirmCategory',
  dismissal: 'confirmDismissal',
  non_publication: 'approveNonPublication',
  review: 'approveReview',
  matter: 'countersignMatter',
  platform_notice: 'approvePlatformNotice',
  notice_countersign: 'countersignPlatformNotice',
  poster_action: 'approvePosterAction',
  consent: 'countersignConsent',
  denial: 'settleDenial',
};

/** Decisions besides texts; each is made on the page of its incident, where the facts are. */
export function DecisionList({
  decisions,
  now,
}: {
  decisions: readonly WaitingDecision[];
  now: string;
}) {
  const t = useTranslations('approvals');
  const locale = toLocale(useLocale());
  const subjectOf = useSubject();
  return (
    <div className="rounded-md border border-line bg-paper">
      {decisions.length === 0 ? (
        <EmptyState title={t('nothingToDecide')}>{t('nothingToDecideHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('decideTable')}
          columns={[
            { label: t('item') },
            { label: t('incident') },
            { label: t('proposer') },
            { label: t('waiting') },
            { label: t('go'), quiet: true },
          ]}
        >
          {decisions.map((one) => (
            <tr key={`${one.kind}-${one.id}`}>
              <td className="font-medium">
                {t(`decide.${one.kind}`, { subject: subjectOf(one) })}
              </td>
              <td data-label={t('incident')}>
                <span>
                  <Link
                    href={`/incidents/${one.incidentId}`}
                    className="block text-accent tabular-nums hover:underline"
                  >
                    {one.number}
                  </Link>
                  {one.title} <LevelBadge grade={one.grade} plan={one.plan} />
                </span>
              </td>
              <td data-label={t('proposer')}>{one.proposedBy}</td>
              <td data-label={t('waiting')}>{waited(one.waitingSince, now, locale)}</td>
              <td data-align="end">
                <LinkButton
                  size="sm"
                  href={`/incidents/${one.incidentId}${commandHref(FORMS[one.kind], presetOf(one))}`}
                  aria-label={`${t('go')} ${one.number}`}
                >
                  {t('go')}
                </LinkButton>
              </td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

/** Where a person may have several of a kind, which one the form is about. */
const presetOf = ({ kind, id }: WaitingDecision): Record<string, string> =>
  kind === 'consent' || kind === 'denial' ? { decisionId: id } : {};

function useSubject() {
  const t = useTranslations('approvals');
  const words = useTranslations('words');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return ({ kind, subject, plan }: WaitingDecision): string => {
    if (subject === null) return '';
    if (kind === 'grade') return plan.levels[subject]?.label[language] ?? subject;
    if (kind === 'category') return words(`category.${subject}`);
    return t.has(`reasonOf.${subject}`) ? t(`reasonOf.${subject}`) : subject;
  };
}
