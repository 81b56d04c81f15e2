'use client';

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names';

const choices = 'a[href], button:not(:disabled)';

/**
 * A list of commands behind a button, on `<details>`: opens without script; with it arrow keys
 * move, Escape and a click elsewhere close, and choosing closes.
 */
export function Menu({
  label,
  title,
  align = 'end',
  side = 'bottom',
  summaryClass,
  children,
}: {
  label: ReactNode;
  /** Said to screen readers and on hover when the label is a picture. */
  title?: string | undefined;
  align?: 'start' | 'end' | undefined;
  side?: 'bottom' | 'top' | undefined;
  summaryClass?: string | undefined;
  children: ReactNode;
}) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeElsewhere = (event: PointerEvent) => {
      if (!details.current?.contains(event.target as Node))
        details.current?.removeAttribute('open');
    };
    document.addEventListener('pointerdown', closeElsewhere);
    return () => document.removeEventListener('pointerdown', closeElsewhere);
  }, []);

  const close = () => {
    if (details.current) details.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(details.current?.querySelectorAll<HTMLElement>(choices) ?? [])];
    const current = items.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && details.current?.open) {
      event.stopPropagation();
      close();
      details.current.querySelector('summary')?.focus();
    } else if (step && details.current) {
      event.preventDefault();
      details.current.open = true;
      items.at(current < 0 ? (step > 0 ? 0 : -1) : (current + step) % items.length)?.focus();
    }
  };
  const onClick = (event: MouseEvent) => {
    const item = (event.target as Element).closest(choices);
    if (item && !item.hasAttribute('data-keep-open') && !item.closest('summary')) close();
  };

  return (
    <details ref={details} className="relative" onKeyDown={onKeyDown} onClick={onClick}>
      <summary
        title={title}
        aria-label={title}
        className={classNames('flex items-center rounded-md select-none', summaryClass)}
      >
        {label}
      </summary>
      <div
        className={classNames(
          'absolute z-40 min-w-44 rounded-md border border-line bg-paper p-1 shadow-float',
          align === 'end' ? 'end-0' : 'start-0',
          side === 'bottom' ? 'top-full mt-1' : 'bottom-full mb-1',
        )}
      >
        {children}
      </div>
    </details>
  );
}

/** Look of one entry of a menu, for links and buttons alike. */
export const menuItemClass =
  'flex min-h-9 w-full items-center gap-2 rounded-sm px-3 text-start text-sm hover:bg-accent-pale max-sm:min-h-11';
