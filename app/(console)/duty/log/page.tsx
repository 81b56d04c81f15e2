import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Input, Textarea } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Pagination } from '@/components/ui/pagination';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { businessNow } from '@/lib/platform/clock';
import { readLog } from '@/lib/shift/server';
import { DutyTabs } from '../_components/duty-tabs';
import { FaultNotice } from '../_components/fault-notice';
import { logAction } from '../actions';
import { LogLine } from './_components/log-line';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** 值班日志: calls and notes of the shifts, in order. */
export default async function ShiftLogPage({
  searchParams,
}: {
  searchParams: Promise<{ before?: string; fault?: string }>;
}) {
  const [{ before, fault }, { actor, org }, t, now] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('shift'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'shiftLog:read')) notFound();
  const { items, nextBefore } = await readLog(actor, {
    before: before && INSTANT.test(before) ? before : undefined,
  });
  const mayWrite = holdsPermission(actor, 'shiftLog:write');
  return (
    <>
      <PageHeader title={t('logTitle')} lead={org.name} />
      <div className="space-y-4">
        <DutyTabs actor={actor} current="log" />
        <FaultNotice fault={fault} />
        {mayWrite && (
          <div className="grid gap-4 lg:grid-cols-2">
            <Panel title={t('call.title')}>
              <form action={logAction} className="space-y-3">
                <input type="hidden" name="kind" value="call" />
                <div className="grid gap-3 sm:grid-cols-2">
                  <Input name="caller" label={t('call.caller')} maxLength={300} />
                  <Input
                    name="occurredAt"
                    type="datetime-local"
                    label={t('call.at')}
                    defaultValue={toDateTimeLocal(now)}
                    max={toDateTimeLocal(now)}
                  />
                </div>
                <Textarea
                  id="call-text"
                  name="text"
                  label={t('call.text')}
                  required
                  maxLength={2000}
                  rows={3}
                />
                <div className="grid gap-3 sm:grid-cols-2">
                  <Input name="toldWhom" label={t('call.toldWhom')} maxLength={300} />
                  <Input name="followUp" label={t('call.followUp')} maxLength={300} />
                </div>
                <p className="text-xs text-faint">{t('masked')}</p>
                <SecrecyLine />
                <SubmitButton variant="primary">{t('call.submit')}</SubmitButton>
              </form>
            </Panel>
            <Panel title={t('noteTitle')}>
              <form action={logAction} className="space-y-3">
                <input type="hidden" name="kind" value="note" />
                <Textarea
                  id="note-text"
                  name="text"
                  label={t('noteText')}
                  required
                  maxLength={2000}
                  rows={3}
                />
                <SecrecyLine />
                <SubmitButton>{t('noteSubmit')}</SubmitButton>
              </form>
            </Panel>
          </div>
        )}
        <Panel title={t('entries')} flush>
          {items.length === 0 ? (
            <EmptyState title={t('noEntries')}>{t('noEntriesHint')}</EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((entry) => (
                <LogLine
                  key={entry.id}
                  entry={entry}
                  now={now}
                  mayWrite={mayWrite}
                  mayLog={holdsPermission(actor, 'incident:log')}
                />
              ))}
            </ul>
          )}
          <Pagination
            prevHref={before ? '/duty/log' : null}
            nextHref={nextBefore ? `/duty/log?before=${encodeURIComponent(nextBefore)}` : null}
          />
        </Panel>
      </div>
    </>
  );
}
