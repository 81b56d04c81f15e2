'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Textarea } from '@/components/ui/inputs';
import { ErrorBanner } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import type { CalendarEdit } from '@/lib/calendar/edit';
import { formatLocalDue } from '@/lib/calendar/instant';
import { formatFullInstant } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { CalendarPreview } from '@/lib/org/server';
import { previewEdit, saveVersion } from '../actions';

export type Saved = NonNullable<Awaited<ReturnType<typeof saveVersion>>['data']>;

interface Failure {
  what: string;
  isStale: boolean;
}

/** Shows what an edit would move, asks why, and stores it. What was typed stays until it is stored. */
export function SaveForm({
  basedOnId,
  change,
  onSaved,
  onReload,
}: {
  basedOnId: string;
  change: CalendarEdit;
  onSaved: (saved: Saved) => void;
  /** Brings in the version that came in between; the edit stays. */
  onReload: () => void;
}) {
  const t = useTranslations('calendar');
  const locale = toLocale(useLocale());
  const key = `${basedOnId} ${JSON.stringify(change)}`;
  const [preview, setPreview] = useState<{ key: string; data: CalendarPreview } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isPending, startTransition] = useTransition();
  const seen = preview?.key === key ? preview.data : null;

  const look = () =>
    startTransition(async () => {
      const answer = await previewEdit({ edit: change }).catch(() => undefined);
      setFailure(answer?.data ? null : { what: t('previewFailed'), isStale: false });
      setPreview(answer?.data ? { key, data: answer.data } : null);
    });
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = String(form.get('reason') ?? '');
    const moveRunning = form.get('move') === 'on';
    startTransition(async () => {
      const wanted = { basedOnId, edit: change, reason, moveRunning };
      const answer = await saveVersion(wanted).catch(() => undefined);
      if (answer?.data) return onSaved(answer.data);
      const error = answer?.serverError;
      const { by, at, version } = (error?.detail ?? {}) as Record<string, string>;
      const isStale = error?.code === 'CONFLICT';
      const who = { by: by || t('somebody'), version: version ?? '' };
      const when = at ? formatFullInstant(at, locale) : '';
      setFailure({ what: isStale ? t('conflict', { ...who, when }) : t('saveFailed'), isStale });
    });
  };
  return (
    <form onSubmit={save} className="space-y-3">
      {seen ? <Moved preview={seen} /> : <p className="text-soft">{t('preview.why')}</p>}
      {!seen && (
        <Button variant="primary" onClick={look} disabled={isPending} aria-busy={isPending}>
          {t('preview.look')}
        </Button>
      )}
      {seen && (
        <>
          {seen.running > 0 && (
            <Checkbox name="move" label={t('move', { count: seen.running })} hint={t('moveHint')} />
          )}
          <Textarea
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            required
            maxLength={500}
            rows={2}
          />
          <Button type="submit" variant="primary" disabled={isPending} aria-busy={isPending}>
            {t('save')}
          </Button>
        </>
      )}
      {failure && (
        <ErrorBanner
          what={failure.what}
          kept={t('keptEdit')}
          todo={failure.isStale ? t('conflictTodo') : t('saveTodo')}
        >
          {failure.isStale && (
            <Button
              className="mt-2"
              onClick={() => {
                setFailure(null);
                onReload();
              }}
            >
              {t('reload')}
            </Button>
          )}
        </ErrorBanner>
      )}
    </form>
  );
}

/** Limits that would move; numbers and duties, never what an incident is about. */
function Moved({ preview: { running, moved, limits } }: { preview: CalendarPreview }) {
  const t = useTranslations('calendar');
  if (moved === 0) return <p role="status">{t('preview.none', { count: running })}</p>;
  const shown = (at: string | null) => (at ? formatLocalDue(at) : '');
  const columns = ['number', 'duty', 'before', 'after'] as const;
  return (
    <div role="status" className="space-y-2">
      <p>{t('preview.some', { count: moved, running })}</p>
      <div className="max-h-96 overflow-y-auto rounded-md border border-line">
        <Table
          stacked
          caption={t('preview.caption')}
          columns={columns.map((key) => ({ label: t(`preview.${key}`) }))}
        >
          {limits.map((limit) => (
            <tr key={`${limit.number} ${limit.duty} ${limit.before}`}>
              <td data-label={t('preview.number')} className="whitespace-nowrap">
                {limit.number}
              </td>
              <td data-label={t('preview.duty')}>{limit.duty}</td>
              <td data-label={t('preview.before')} className="tabular-nums">
                {shown(limit.before)}
              </td>
              <td data-label={t('preview.after')} className="font-medium tabular-nums">
                {shown(limit.after)}
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {moved > limits.length && (
        <p className="text-faint">{t('preview.more', { count: moved - limits.length })}</p>
      )}
    </div>
  );
}
