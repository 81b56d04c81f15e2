'use client';

import dynamic from 'next/dynamic';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { toast } from '../ui/toast';
import type { FormHandlers } from './command-form';
import type { FormTexts, Sheet } from './sheet';

const CommandForm = dynamic(() => import('./command-form').then((module) => module.CommandForm));

interface Opened {
  type: string;
  preset: Record<string, string>;
  sheet: Sheet | 'loading' | 'failed';
}

/**
 * Listens for `[data-command]` buttons anywhere on the page and opens the command's form in one
 * native dialog. The form's script and its choices are fetched on the first press.
 */
export function CommandHost({
  incidentId,
  texts,
  load,
  handlers,
}: {
  incidentId: string;
  texts: FormTexts;
  /** Makes the form for a command as the incident stands now; null when it is not on offer. */
  load: (incidentId: string, type: string, preset: Record<string, string>) => Promise<Sheet | null>;
  handlers: FormHandlers;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-command]');
      const type = button?.dataset.command;
      if (!button || !type) return;
      const preset = JSON.parse(button.dataset.preset ?? '{}') as Record<string, string>;
      const show = (sheet: Opened['sheet']) => setOpened({ type, preset, sheet });
      show('loading');
      dialog.current?.showModal();
      load(incidentId, type, preset).then(
        (sheet) => show(sheet ?? 'failed'),
        () => show('failed'),
      );
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [incidentId, load]);

  // A link may name what to do here (`?do=decideGrade`): its form opens once, if it is on offer.
  useEffect(() => {
    const address = new URL(location.href);
    const wanted = address.searchParams.get('do');
    if (!wanted) return;
    address.searchParams.delete('do');
    history.replaceState(history.state, '', address);
    const buttons = [...document.querySelectorAll<HTMLElement>('[data-command]')];
    buttons.find((button) => button.dataset.command === wanted)?.click();
  }, []);

  const close = () => dialog.current?.close();
  const sheet = typeof opened?.sheet === 'object' ? opened.sheet : null;
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={() => setOpened(null)}
      className={classNames(
        'w-full overflow-hidden rounded-md border border-line bg-paper p-0 text-ink shadow-float open:flex open:flex-col max-sm:mb-0 max-sm:max-h-[94dvh] max-sm:max-w-full max-sm:rounded-b-none',
        sheet?.wide ? 'max-w-3xl' : 'max-w-xl',
      )}
    >
      <header className="flex items-start gap-4 border-b border-line px-4 py-3 sm:px-5">
        <h2 id={titleId} className="grow text-base font-semibold">
          {sheet?.title ?? texts.loading}
        </h2>
        <Button variant="quiet" size="sm" onClick={close}>
          {texts.close}
        </Button>
      </header>
      {opened && sheet ? (
        <CommandForm
          incidentId={incidentId}
          sheet={sheet}
          preset={opened.preset}
          texts={texts}
          handlers={handlers}
          reload={() => load(incidentId, opened.type, opened.preset)}
          onCancel={close}
          onDone={() => {
            close();
            toast(sheet.done);
          }}
        />
      ) : (
        <p
          className="px-4 py-8 text-faint sm:px-5"
          role={opened?.sheet === 'failed' ? 'alert' : undefined}
        >
          {opened?.sheet === 'failed' ? texts.loadFailed : texts.loading}
        </p>
      )}
    </dialog>
  );
}
