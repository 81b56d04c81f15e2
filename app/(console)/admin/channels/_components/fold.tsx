import type { ReactNode } from 'react';

/** A part of a form that is seldom needed. */
export function Fold({
  title,
  open = false,
  children,
}: {
  title: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="group/part rounded-md border border-line" open={open}>
      <summary className="flex min-h-9 items-center gap-2 rounded-md px-3 text-soft hover:bg-sunken">
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-3 shrink-0 fill-none stroke-faint stroke-2 transition-transform group-open/part:rotate-90"
        >
          <path d="m4 2 4 4-4 4" />
        </svg>
        {title}
      </summary>
      <div className="space-y-3 border-t border-line p-3">{children}</div>
    </details>
  );
}
