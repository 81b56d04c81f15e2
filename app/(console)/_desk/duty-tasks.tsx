import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import type { DeskTasks } from '@/lib/shift/server';
import { zeroAction } from '../duty/actions';

/** 交接班 未签 · 巡查 早✓08:41 晚18:00 [零报告]: the house's own duties of today. */
export function DutyTasks({
  tasks: { handovers, patrols, reports },
  now,
  mayFile,
  maySign,
}: {
  tasks: DeskTasks;
  now: string;
  mayFile: boolean;
  maySign: boolean;
}) {
  const t = useTranslations('shift');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const waiting = handovers.filter((one) => one.opensAt <= now).at(-1);
  const isOpen = (one: { state: string; opensAt: string }) =>
    (one.state === 'open' || one.state === 'missed') && one.opensAt <= now;
  const open = patrols.filter(isOpen);
  const current = open.findLast((one) => one.state === 'open') ?? open.at(-1);
  const due = reports.filter(isOpen);
  return (
    <Panel
      title={t('desk.title')}
      actions={
        <LinkButton href="/duty" size="sm" variant="quiet" prefetch={false}>
          {t('desk.all')}
        </LinkButton>
      }
    >
      <div className="space-y-3">
        {waiting && (
          <div className="flex flex-wrap items-center gap-2">
            <span className="grow">
              {t('desk.handover')} <Time at={waiting.startsAt} now={now} />{' '}
              <span className={waiting.state === 'missed' ? 'text-red' : 'text-amber'}>
                {waiting.isSigned ? t('desk.toReceive') : t('desk.unsigned')}
              </span>
            </span>
            {maySign && (
              <LinkButton href={`/duty/tasks/${waiting.id}`} size="sm" prefetch={false}>
                {waiting.isSigned ? t('desk.receive') : t('desk.sign')}
              </LinkButton>
            )}
          </div>
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="text-faint">{t('desk.patrol')}</span>
          {patrols.length === 0 && <span>{t('desk.none')}</span>}
          {patrols.map((one) => (
            <Link
              key={one.id}
              href={`/duty/tasks/${one.id}`}
              prefetch={false}
              title={`${one.label[language]} ${t(`state.${one.state}`)}`}
              className={
                one.state === 'missed'
                  ? 'text-red hover:underline'
                  : isOpen(one)
                    ? 'text-amber hover:underline'
                    : 'text-soft hover:underline'
              }
            >
              {one.doneAt && <span aria-hidden="true">✓</span>}
              <Time at={one.doneAt ?? one.startsAt} now={now} show="clock" />
              <span className="sr-only"> {t(`state.${one.state}`)}</span>
            </Link>
          ))}
          {mayFile && current && (
            <form action={zeroAction} className="ml-auto">
              <input type="hidden" name="taskId" value={current.id} />
              <input type="hidden" name="from" value="desk" />
              <SubmitButton size="sm">{t('zero')}</SubmitButton>
            </form>
          )}
        </div>
        {due.map((one) => (
          <div key={one.id} className="flex flex-wrap items-center gap-2">
            <span className="text-faint">{t('desk.report')}</span>
            <Link
              href={`/duty/tasks/${one.id}`}
              prefetch={false}
              className="grow text-accent hover:underline"
            >
              {one.label[language]}
            </Link>
            <span className={one.state === 'missed' ? 'text-red' : ''}>
              <Time at={one.dueAt} now={now} show="clock" />
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
