'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import type { ActionFailure } from '@/lib/access/server/action';
import type { Label } from '@/lib/plan/schema';
import { adoptPlan } from '../actions';
import { BeginFailure } from './begin-failure';
import type { BeginTexts } from './begin-texts';

type Field =
  | 'adopt'
  | 'title'
  | 'lead'
  | 'name'
  | 'nameEn'
  | 'nameEnHint'
  | 'key'
  | 'keyHint'
  | 'keyWrong'
  | 'nameMissing'
  | 'begin';

const KEY = /^[a-z][a-z0-9_]{0,63}$/;

/** Name and key of the plan to be, then its draft. */
export function AdoptForm({
  presetKey,
  title,
  variant,
  texts,
}: {
  presetKey: string;
  title: Label;
  variant: 'primary' | 'secondary';
  texts: BeginTexts & Record<Field, string>;
}) {
  const router = useRouter();
  const [errors, setErrors] = useState<{ name?: string; key?: string }>({});
  const [failure, setFailure] = useState<Partial<ActionFailure> | null>(null);
  const [isBusy, startTransition] = useTransition();
  const id = (field: string) => `adopt-${presetKey}-${field}`;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const field = (name: string) => String(data.get(name) ?? '').trim();
    const [zh, en, key] = [field('name'), field('nameEn'), field('key').toLowerCase()];
    const found = {
      ...(zh ? {} : { name: texts.nameMissing }),
      ...(KEY.test(key) ? {} : { key: texts.keyWrong }),
    };
    setErrors(found);
    setFailure(null);
    const wrong = Object.keys(found)[0];
    if (wrong) return form.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    startTransition(async () => {
      const named = { zh, en: en || zh };
      const answer = await adoptPlan({ presetKey, key, title: named }).catch(() => undefined);
      if (answer?.data) return router.push(`/plans/drafts/${answer.data.draftId}`);
      setFailure(answer?.serverError ?? {});
    });
  };
  return (
    <Dialog trigger={texts.adopt} title={texts.title} closeLabel={texts.close} variant={variant}>
      <form noValidate onSubmit={submit} className="space-y-4">
        <p className="text-soft">{texts.lead}</p>
        <Input
          id={id('name')}
          name="name"
          label={texts.name}
          required
          maxLength={400}
          error={errors.name}
          defaultValue={title.zh}
        />
        <Input
          id={id('nameEn')}
          name="nameEn"
          label={texts.nameEn}
          hint={texts.nameEnHint}
          maxLength={800}
          defaultValue={title.en}
        />
        <Input
          id={id('key')}
          name="key"
          label={texts.key}
          hint={texts.keyHint}
          required
          maxLength={64}
          autoCapitalize="off"
          error={errors.key}
          defaultValue={presetKey}
        />
        {failure && <BeginFailure failure={failure} texts={texts} />}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={isBusy} aria-busy={isBusy}>
            {texts.begin}
          </Button>
          <Button data-dialog-close="">{texts.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
