import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';
import type { HandoverSheet } from '@/lib/shift/sheet';

/** The five lists of a handover; an empty one says so. */
export function SheetLists({ sheet, now }: { sheet: Omit<HandoverSheet, 'note'>; now: string }) {
  const t = useTranslations('shift');
  const words = useTranslations('words');
  const duties = useTranslations('deadlines');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const incident = (id: string, number: string) => (
    <Link href={`/incidents/${id}`} prefetch={false} className="text-accent hover:underline">
      {number}
    </Link>
  );
  return (
    <div className="space-y-4">
      <List title={t('list.open')} count={sheet.open.length + sheet.leftOut}>
        {sheet.open.map((one) => (
          <li key={one.id}>
            {incident(one.id, one.number)} {one.title}{' '}
            <span className="text-faint">
              {words.has(`stage.${one.stage}`) ? words(`stage.${one.stage}`) : one.stage}
              {one.grade &&
                ` · ${words.has(`grade.${one.grade}`) ? words(`grade.${one.grade}`) : one.grade}`}
            </span>{' '}
            {one.nextDueAt && (
              <span className={one.nextDueAt < now ? 'text-red' : ''}>
                {t('nextDue')} <Time at={one.nextDueAt} now={now} />
              </span>
            )}
          </li>
        ))}
        {sheet.leftOut > 0 && (
          <li className="text-faint">{t('leftOut', { count: sheet.leftOut })}</li>
        )}
      </List>
      <List title={t('list.due')} count={sheet.due.length}>
        {sheet.due.map((one) => (
          <li key={`${one.incidentId} ${one.key} ${one.dueAt}`}>
            <Time at={one.dueAt} now={now} />{' '}
            {one.label?.[language] ?? (duties.has(one.key) ? duties(one.key) : one.key)}{' '}
            {incident(one.incidentId, one.number)}{' '}
            {one.isLate && <span className="text-red">{t('late')}</span>}
          </li>
        ))}
      </List>
      <List title={t('list.promised')} count={sheet.promised.length}>
        {sheet.promised.map((one) => (
          <li key={`${one.incidentId} ${one.what} ${one.at}`}>
            <Time at={one.at} now={now} /> {t(`promise.${one.what}`)}{' '}
            {incident(one.incidentId, one.number)}
          </li>
        ))}
      </List>
      <List title={t('list.undone')} count={sheet.undone.length}>
        {sheet.undone.map((one) => (
          <li key={one.taskId}>
            <Time at={one.startsAt} now={now} />{' '}
            <Link
              href={`/duty/tasks/${one.taskId}`}
              prefetch={false}
              className="text-accent hover:underline"
            >
              {one.label[language]}
            </Link>{' '}
            {one.isMissed && <span className="text-red">{t('state.missed')}</span>}
          </li>
        ))}
      </List>
      <List title={t('list.notes')} count={sheet.notes.length}>
        {sheet.notes.map((one) => (
          <li key={one.id}>
            <Time at={one.at} now={now} /> {t(`entry.${one.kind}`)}
            {t('colon')}
            {one.text}
            {one.followUp && ` ${t('followUpOf', { text: one.followUp })}`}
          </li>
        ))}
      </List>
    </div>
  );
}

function List({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  const t = useTranslations('shift');
  return (
    <section>
      <h3 className="font-semibold">
        {title} <span className="font-normal text-faint tabular-nums">{count}</span>
      </h3>
      {count === 0 ? (
        <p className="text-faint">{t('none')}</p>
      ) : (
        <ul className="mt-1 space-y-1">{children}</ul>
      )}
    </section>
  );
}
