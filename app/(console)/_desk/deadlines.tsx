import { useLocale, useTranslations } from 'next-intl';
import { useRowWords } from '@/components/incident/row-words';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { toLocale } from '@/lib/i18n/locales';
import type { DeskDeadline } from '@/lib/incident/server';
import { type DeadlineLine, DeadlineRows } from './deadline-rows';

/** Time limits by remaining time: what is late stands first. */
export function Deadlines({
  deadlines,
  isReader,
}: {
  deadlines: readonly DeskDeadline[];
  isReader: boolean;
}) {
  const t = useTranslations('desk');
  const roles = useTranslations('words');
  const { link } = useRowWords();
  const nameOf = useDeadlineName();
  const rows = deadlines.map((deadline): DeadlineLine => {
    const { id, incidentId, number, title, isDrill, dueAt, startedAt, isMine } = deadline;
    const owner = deadline.ownerUnit ?? roles(`role.${deadline.ownerRole}`);
    const about = [t(`target.${deadline.target}`), owner];
    if (deadline.isExplained) about.push(t('deadlines.explained'));
    return {
      ...{ id, incidentId, number, title, isDrill, dueAt, startedAt, isMine },
      name: nameOf(deadline),
      about: about.join(' · '),
      needsMe: deadline.needsMe && !isReader,
    };
  });
  return (
    <Panel
      title={t('deadlines.title')}
      flush
      actions={
        <LinkButton href="/incidents?overdue=true" size="sm" variant="quiet" prefetch={false}>
          {t('deadlines.overdue')}
        </LinkButton>
      }
    >
      {deadlines.length === 0 ? (
        <EmptyState title={t('deadlines.none')}>{t('deadlines.noneWhy')}</EmptyState>
      ) : (
        <DeadlineRows
          rows={rows}
          words={{
            ...link,
            atOnce: t('deadlines.atOnce'),
            open: t('deadlines.open'),
            view: t('deadlines.view'),
            openFor: t.raw('deadlines.openFor'),
            label: t('acknowledge.label'),
            hint: t('acknowledge.title'),
            done: t.raw('acknowledge.done'),
            failed: t('acknowledge.failed'),
          }}
        />
      )}
    </Panel>
  );
}

/** What is due: in the plan's words, or after what it came from. */
function useDeadlineName(): (deadline: DeskDeadline) => string {
  const t = useTranslations('desk');
  const locale = toLocale(useLocale());
  return ({ label, basis, target }) => {
    if (label) return locale === 'en' ? label.en : label.zh;
    if (basis === 'update' && target !== 'public') return t('basis.report');
    return t(`basis.${basis}`);
  };
}
