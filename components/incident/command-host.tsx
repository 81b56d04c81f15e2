'use client';

import dynamic from 'next/dynamic';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { toast } from '../ui/toast';
import type { FormHandlers } from './command-form';
import { type AskedCommand, readCommand, withoutCommand } from './command-href';
import type { FormTexts, Sheet } from './sheet';

const CommandForm = dynamic(() => import('./command-form').then((module) => module.CommandForm));

interface Opened extends AskedCommand {
  sheet: Sheet | 'loading' | 'failed';
}

/**
 * Listens for `a[data-command]` buttons anywhere on the page and opens the command's form in one
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

  const open = useEffectEvent(({ type, preset }: AskedCommand) => {
    const show = (sheet: Opened['sheet']) => setOpened({ type, preset, sheet });
    show('loading');
    dialog.current?.showModal();
    load(incidentId, type, preset).then(
      (sheet) => show(sheet ?? 'failed'),
      () => show('failed'),
    );
  });

  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = commandLink(event.target);
      const asked = link && readCommand(link.search);
      const wantsTab = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
      if (!asked || wantsTab || event.button !== 0) return;
      event.preventDefault();
      open(asked);
    };
    // A link is pressed with Enter, a button also with Space.
    const press = (event: KeyboardEvent) => {
      const link = event.key === ' ' ? commandLink(event.target) : null;
      if (!link) return;
      event.preventDefault();
      link.click();
    };
    document.addEventListener('click', follow);
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('click', follow);
      document.removeEventListener('keydown', press);
    };
  }, []);

  // An address may say what to do here (`?do=decideGrade`): its form opens once, if it is on offer.
  useEffect(() => {
    const asked = readCommand(location.search);
    if (!asked) return;
    const rest = `${location.pathname}${withoutCommand(location.search)}${location.hash}`;
    history.replaceState(history.state, '', rest);
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-command]')];
    const same = links.filter((link) => link.dataset.command === asked.type);
    const isWhole = Object.keys(asked.preset).length > 0;
    const [first] = same.map((link) => readCommand(link.search));
    if (first) open(isWhole ? asked : first);
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

const commandLink = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-command]') : null;
