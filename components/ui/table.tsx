import type { ReactNode } from 'react';
import { classNames } from './class-names';

export interface Column {
  label: string;
  /** Says the label to screen readers only, e.g. over a column of buttons. */
  quiet?: boolean | undefined;
  align?: 'start' | 'end' | undefined;
  /** Width or visibility classes, e.g. `w-32 max-md:hidden` (give the cells the same). */
  className?: string | undefined;
}

/**
 * A plain table; children are `<tr>` of `<td>`. With `stacked` a row becomes a block in a narrow place:
 * give its cells `data-label`. The caption is for screen readers.
 */
export function Table({
  caption,
  columns,
  stacked = false,
  className,
  children,
}: {
  caption: string;
  columns: readonly Column[];
  stacked?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={classNames('@container overflow-x-auto', className)}>
      <table className="data-table" data-stacked={stacked ? '' : undefined}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                data-align={column.align}
                className={column.className}
              >
                {column.quiet ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
