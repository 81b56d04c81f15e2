'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '@/components/ui/button';
import { ErrorBanner } from '@/components/ui/notice';
import { type SaveFailure, useDraft } from './draft-context';
import type { ElementForm } from './use-element-form';

/** Fields of a form with its buttons; without the right to edit everything can be read only. */
export function FormFrame<T>({
  form,
  onCancel,
  onRemove,
  name,
  saveLabel,
  children,
}: {
  form: ElementForm<T>;
  onCancel?: (() => void) | undefined;
  /** Takes the element away, once it was asked. */
  onRemove?: (() => void) | undefined;
  /** What the element is called, for the question. */
  name?: string | undefined;
  saveLabel?: string | undefined;
  children: ReactNode;
}) {
  const t = useTranslations('planEditor');
  const { mayEdit } = useDraft();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form noValidate onSubmit={submit}>
      <fieldset disabled={!mayEdit} className="min-w-0 space-y-4">
        {children}
      </fieldset>
      <div className="mt-4 space-y-3">
        {form.failure && <SaveFailureNote failure={form.failure} />}
        <div className="flex flex-wrap items-center gap-2">
          {mayEdit && (
            <Button type="submit" variant="primary" disabled={form.isBusy} aria-busy={form.isBusy}>
              {saveLabel ?? t('save')}
            </Button>
          )}
          {onCancel && <Button onClick={onCancel}>{mayEdit ? t('cancel') : t('fold')}</Button>}
          {mayEdit && form.isDirty && <span className="text-xs text-amber">{t('unsaved')}</span>}
          {mayEdit && onRemove && (
            <RemoveButton name={name ?? ''} onRemove={onRemove} isBusy={form.isBusy} />
          )}
        </div>
      </div>
    </form>
  );
}

function RemoveButton({
  name,
  onRemove,
  isBusy,
}: {
  name: string;
  onRemove: () => void;
  isBusy: boolean;
}) {
  const t = useTranslations('planEditor');
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) {
    return (
      <Button variant="quiet" className="ms-auto text-red" onClick={() => setAsking(true)}>
        {t('remove')}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a question, not a set of fields
    <div
      role="group"
      aria-label={t('removeAsk', { name })}
      className="ms-auto flex flex-wrap items-center gap-2"
    >
      <span>{t('removeAsk', { name })}</span>
      <Button variant="danger" onClick={onRemove} disabled={isBusy} autoFocus>
        {t('removeYes')}
      </Button>
      <Button onClick={() => setAsking(false)}>{t('removeNo')}</Button>
    </div>
  );
}

/** What happened, what was kept, what to do. */
export function SaveFailureNote({ failure }: { failure: SaveFailure }) {
  const t = useTranslations('planEditor');
  const { reload } = useDraft();
  const reasons = [...new Set(failure.errors.map((one) => one.message))];
  return (
    <ErrorBanner
      what={failure.what}
      kept={t('keptTyped')}
      todo={failure.isStale ? t('staleTodo') : undefined}
    >
      {reasons.length > 0 && (
        <ul className="mt-1 list-disc ps-5">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {failure.isStale && (
        <Button className="mt-2" onClick={reload}>
          {t('reload')}
        </Button>
      )}
    </ErrorBanner>
  );
}
