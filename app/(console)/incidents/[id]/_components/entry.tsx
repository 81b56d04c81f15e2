import type { ReactNode } from 'react';
import { Time } from '@/components/ui/time';

/** One thing that was done: who and when on a line, what under it, and what can be done with it. */
export function Entry({
  id,
  title,
  by,
  at,
  now,
  marks,
  actions,
  children,
}: {
  id?: string | undefined;
  title: ReactNode;
  by?: string | undefined;
  at?: string | null | undefined;
  now: string;
  marks?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <li
      id={id}
      className="scroll-mt-16 border-b border-line py-3 first:pt-0 last:border-b-0 last:pb-0"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{title}</span>
        {marks}
        <span className="ms-auto text-xs text-faint">
          {by} {at && <Time at={at} now={now} />}
        </span>
      </div>
      {children && (
        <div className="mt-1 max-w-prose break-words whitespace-pre-line text-soft">{children}</div>
      )}
      {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
    </li>
  );
}

/** Words on record with what they are; nothing where nothing was written. */
export function Said({ as, children }: { as: string; children: string | null }) {
  if (!children) return null;
  return (
    <p>
      <span className="text-faint">{as}</span> {children}
    </p>
  );
}

/** A heading inside a section with its entries; nothing when there are none. */
export function EntryList({
  title,
  children,
  count,
}: {
  title?: string | undefined;
  count: number;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <div>
      {title && <h3 className="mb-2 text-xs font-medium text-faint">{title}</h3>}
      <ul>{children}</ul>
    </div>
  );
}
