import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Badge } from '@/components/ui/badge';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Time } from '@/components/ui/time';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { endOf } from '@/lib/group/heightened';
import { loadHeightened, type StoredPeriod } from '@/lib/group/server';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { businessNow } from '@/lib/platform/clock';
import { Fault } from '../_components/fault';
import { GroupTabs } from '../_components/group-tabs';
import { endHeightenedAction, startHeightenedAction } from '../actions';

const DAY_MS = 86_400_000;
const inDays = (now: string, days: number) =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString();

/** 特殊时期: when patrols and roster run round the clock, and why. */
export default async function HeightenedPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ actor, org }, t, { fault }] = await Promise.all([
    requireSignedIn(),
    getTranslations('groups'),
    searchParams,
  ]);
  if (!holdsPermission(actor, 'group:read')) notFound();
  const now = await businessNow();
  const mayDeclare = holdsPermission(actor, 'heightened:declare');
  const span = { from: inDays(now, -366), to: inDays(now, 366) };
  const periods = (await loadHeightened(org.id, span)).reverse();
  return (
    <>
      <PageHeader title={t('tab.heightened')} lead={t('heightenedLead')} />
      <div className="space-y-4">
        <GroupTabs current="heightened" />
        <Fault code={fault} />
        <Panel title={t('periods')} count={periods.length} flush>
          {periods.length === 0 ? (
            <EmptyState title={t('noPeriods')}>{t('noPeriodsHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {periods.map((one) => (
                <Period
                  key={one.id}
                  period={one}
                  now={now}
                  mayEnd={mayDeclare && one.orgId === org.id && endOf(one) > now}
                  isFromAbove={one.orgId !== org.id}
                />
              ))}
            </ul>
          )}
        </Panel>
        {mayDeclare && (
          <Panel title={t('declare')}>
            <form action={startHeightenedAction} className="grid gap-3 sm:grid-cols-2">
              <Input
                name="startsAt"
                type="datetime-local"
                label={t('startsAt')}
                defaultValue={toDateTimeLocal(now)}
                required
              />
              <Input
                name="endsAt"
                type="datetime-local"
                label={t('endsAt')}
                defaultValue={toDateTimeLocal(inDays(now, 3))}
                min={toDateTimeLocal(now)}
                required
              />
              <Input
                name="reason"
                label={t('reason')}
                hint={t('periodHint')}
                required
                maxLength={200}
              />
              <Checkbox name="includesBelow" label={t('includesBelow')} />
              <div className="space-y-3 sm:col-span-2">
                <SecrecyLine />
                <SubmitButton>{t('declareIt')}</SubmitButton>
              </div>
            </form>
          </Panel>
        )}
      </div>
    </>
  );
}

async function Period({
  period,
  now,
  mayEnd,
  isFromAbove,
}: {
  period: StoredPeriod;
  now: string;
  mayEnd: boolean;
  isFromAbove: boolean;
}) {
  const t = await getTranslations('groups');
  const end = endOf(period);
  const isRunning = period.startsAt <= now && now < end;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{period.reason}</span>
          {isRunning && <Badge tone="red">{t('running')}</Badge>}
          {now < period.startsAt && <Badge tone="accent">{t('state.ahead')}</Badge>}
          {period.endedAt && <Badge>{t('endedEarly')}</Badge>}
          {isFromAbove && <Badge>{t('fromAbove')}</Badge>}
          {!isFromAbove && period.includesBelow && <Badge>{t('includesBelow')}</Badge>}
        </p>
        <p className="text-soft">
          <Time at={period.startsAt} now={now} /> — <Time at={end} now={now} />
        </p>
      </div>
      {mayEnd && (
        <form action={endHeightenedAction}>
          <input type="hidden" name="id" value={period.id} />
          <SubmitButton variant="secondary" size="sm">
            {t('endNow')}
          </SubmitButton>
        </form>
      )}
    </li>
  );
}
