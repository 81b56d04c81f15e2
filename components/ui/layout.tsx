import type { ReactNode } from 'react';
import { classNames } from './class-names';

/** Head of a page: the one `h1`, a line under it, and the page's commands. */
export function PageHeader({
  title,
  lead,
  above,
  actions,
}: {
  title: ReactNode;
  lead?: ReactNode;
  /** A line over the title: number, way back. */
  above?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0 basis-80 grow">
        {above && (
          <div className="mb-1 text-xs text-faint [&_a]:text-accent [&_a]:hover:underline">
            {above}
          </div>
        )}
        <h1 className="text-lg font-semibold text-balance">{title}</h1>
        {lead && <div className="mt-1 max-w-prose text-soft">{lead}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  );
}

/** A white sheet with a heading. `flush` lets a table or list reach the edges. */
export function Panel({
  title,
  id,
  count,
  actions,
  flush = false,
  className,
  children,
}: {
  title: ReactNode;
  id?: string | undefined;
  count?: number | undefined;
  actions?: ReactNode;
  flush?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <section
      id={id}
      className={classNames('min-w-0 rounded-md border border-line bg-paper', className)}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 className="grow text-sm font-semibold">
          {title}
          {count !== undefined && (
            <span className="ms-2 font-normal text-faint tabular-nums">{count}</span>
          )}
        </h2>
        {actions}
      </header>
      <div className={flush ? undefined : 'p-4'}>{children}</div>
    </section>
  );
}

/**
 * A section that folds. Finished ones start folded to one line: give them `open={false}` and a
 * `summary` that says how they ended. Commands belong inside, not in the heading.
 */
export function Section({
  title,
  id,
  summary,
  open = true,
  flush = false,
  children,
}: {
  title: ReactNode;
  id?: string | undefined;
  summary?: ReactNode;
  open?: boolean | undefined;
  flush?: boolean | undefined;
  children: ReactNode;
}) {
  return (
    <details id={id} open={open} className="group/fold rounded-md border border-line bg-paper">
      <summary className="flex min-h-11 items-center gap-2 rounded-md px-4 py-1.5 hover:bg-sunken">
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-3 shrink-0 fill-none stroke-faint stroke-2 transition-transform group-open/fold:rotate-90"
        >
          <path d="m4 2 4 4-4 4" />
        </svg>
        <h2 className="shrink-0 text-sm font-semibold">{title}</h2>
        {summary && (
          <span className="min-w-0 grow truncate text-end text-xs text-faint">{summary}</span>
        )}
      </summary>
      <div className={classNames('border-t border-line', !flush && 'p-4')}>{children}</div>
    </details>
  );
}

/** Names and values beside each other; under each other when narrow. Empty values are left out. */
export function DefinitionList({
  items,
}: {
  items: ReadonlyArray<{ term: ReactNode; value: ReactNode; key?: string | undefined }>;
}) {
  return (
    <dl className="grid grid-cols-[minmax(5em,auto)_1fr] gap-x-4 gap-y-1.5">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value, key }, index) => (
          <div key={key ?? index} className="contents">
            <dt className="text-faint">{term}</dt>
            <dd className="min-w-0 whitespace-pre-line">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
