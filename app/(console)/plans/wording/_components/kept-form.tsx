'use client';

import { type FormEvent, type ReactNode, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { toast } from '@/components/ui/toast';

export interface KeptFormTexts {
  submit: string;
  done: string;
  /** What was typed is still there. */
  kept: string;
  offline: string;
}

/** A form that keeps what was typed until it was carried out, and says why it was not. */
export function KeptForm({
  action,
  texts,
  resets = true,
  className,
  submitClass,
  children,
}: {
  /** Answers null when it was carried out, else the sentence that says why not. */
  action: (data: FormData) => Promise<string | null>;
  texts: KeptFormTexts;
  /** Empty the fields afterwards. */
  resets?: boolean;
  className?: string;
  submitClass?: string;
  children: ReactNode;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!form.current || isPending) return;
    const data = new FormData(form.current);
    startTransition(async () => {
      const said = await action(data).catch(() => texts.offline);
      setFault(said);
      if (said !== null) return;
      if (resets) form.current?.reset();
      toast(texts.done);
    });
  };
  return (
    <form ref={form} onSubmit={submit} className={className}>
      {children}
      <div className={classNames('flex flex-wrap items-center gap-3', submitClass)}>
        <Button type="submit" variant="primary" disabled={isPending} aria-busy={isPending}>
          {texts.submit}
        </Button>
      </div>
      {fault !== null && (
        <div role="alert" className="col-span-full rounded-md bg-red-pale px-3 py-2 text-red">
          <p className="font-medium">{fault}</p>
          <p>{texts.kept}</p>
        </div>
      )}
    </form>
  );
}
