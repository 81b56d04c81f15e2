import { useLocale, useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { shownParams } from '@/lib/i18n/shown-params';
import type { ListedNotice, NoticeDeadline } from '@/lib/notify/server';
import { acknowledgeNotice, openNotice } from '../actions';

/** One notice: what happened, where, and what is wanted of the reader. `now` is business time. */
export function NoticeRow({ notice, now }: { notice: ListedNotice; now: string }) {
  const t = useTranslations('notices');
  const limits = useTranslations('deadlines');
  const locale = toLocale(useLocale());
  const { deadline, incident, isUnread } = notice;
  const sentence = t(`rule.${notice.rule}`, {
    ...shownParams(notice.params, now, locale),
    deadline: deadline ? nameOf(deadline) : '',
  });
  const isWaiting = deadline?.isPending && deadline.acknowledgedAt === null;

  function nameOf({ title, key }: NoticeDeadline): string {
    if (title) return locale === 'en' ? title.en : title.zh;
    return limits.has(key) ? limits(key) : t('limit');
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow basis-72">
        <p className={classNames('flex items-center gap-2', isUnread && 'font-semibold')}>
          {isUnread && (
            <span className="size-2 shrink-0 rounded-full bg-accent">
              <span className="sr-only">{t('unread')}</span>
            </span>
          )}
          <span className="min-w-0">{sentence}</span>
        </p>
        {incident && (
          <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-soft">
            <span className="tabular-nums">{incident.number}</span>
            <span className="min-w-0 truncate">{incident.title}</span>
            {incident.isDrill && <Badge>{t('drill')}</Badge>}
          </p>
        )}
        <p className="mt-0.5 flex flex-wrap gap-x-3 text-xs text-faint">
          <Time at={notice.createdAt} now={now} />
          {deadline?.dueAt && (
            <span>{t('due', { at: formatMoment(deadline.dueAt, now, locale) })}</span>
          )}
          {deadline && !deadline.isPending && <span>{t('settled')}</span>}
          {deadline?.acknowledgedByName && (
            <span>{t('acknowledged', { name: deadline.acknowledgedByName })}</span>
          )}
        </p>
      </div>
      <div className="flex gap-2">
        {isWaiting && (
          <form action={acknowledgeNotice}>
            <input type="hidden" name="noticeId" value={notice.id} />
            <SubmitButton size="sm">{t('acknowledge')}</SubmitButton>
          </form>
        )}
        <form action={openNotice}>
          <input type="hidden" name="noticeId" value={notice.id} />
          <SubmitButton
            size="sm"
            variant="secondary"
            aria-label={`${t('open')} ${incident?.number ?? sentence}`}
          >
            {t('open')}
          </SubmitButton>
        </form>
      </div>
    </li>
  );
}
