'use client';

import { useSyncExternalStore } from 'react';
import { classNames } from './class-names';

type ToastTone = 'done' | 'failed';

interface ToastItem {
  id: number;
  text: string;
  tone: ToastTone;
}

const shownMs = 6000;
const none: readonly ToastItem[] = [];
const listeners = new Set<() => void>();
let items: readonly ToastItem[] = none;
let lastId = 0;

function set(next: readonly ToastItem[]) {
  items = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number) {
  set(items.filter((item) => item.id !== id));
}

/** Says something in passing. What succeeded goes after six seconds; what failed stays. */
export function toast(text: string, tone: ToastTone = 'done') {
  lastId += 1;
  const id = lastId;
  set([...items.slice(-2), { id, text, tone }]);
  if (tone === 'done') setTimeout(() => dismiss(id), shownMs);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** The place where toasts appear; stands once in the console's frame. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const shown = useSyncExternalStore(
    subscribe,
    () => items,
    () => none,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-end gap-2 md:bottom-4"
    >
      {shown.map((item) => (
        <div
          key={item.id}
          className={classNames(
            'pointer-events-auto flex max-w-md items-center gap-3 rounded-md border bg-paper py-1.5 ps-4 pe-1.5 shadow-float',
            item.tone === 'failed' ? 'border-red text-red' : 'border-line',
          )}
        >
          <span className="min-w-0 grow">{item.text}</span>
          <button
            type="button"
            aria-label={closeLabel}
            onClick={() => dismiss(item.id)}
            className="size-8 shrink-0 rounded-sm text-faint hover:bg-sunken"
          >
            ×
          </button>
        </div>
      ))}
    </div>
  );
}
