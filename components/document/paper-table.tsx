import type { Block } from '@/lib/document/model';

const CELL = 'border border-[#000] px-1.5 py-1 align-middle wrap-anywhere';
const LABEL = '[font-family:SimHei,黑体,STHeiti,sans-serif] font-normal';
/** Wide tables scroll inside the sheet; the region takes the focus so that keys can scroll it. */
const FRAME = 'my-[0.8em] overflow-x-auto text-[0.75em] leading-[1.5]';

const ALIGNMENTS = { start: 'text-start', center: 'text-center', end: 'text-end' } as const;

/** A table on the sheet, with its caption above. */
export function PaperTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  const { caption, columns, rows } = block;
  const total = columns.reduce((sum, one) => sum + one.share, 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={caption} tabIndex={0} className={FRAME}>
      <table className="w-full min-w-[420px] table-fixed border-collapse">
        <caption className={`${LABEL} pb-1`}>{caption}</caption>
        <colgroup>
          {columns.map(({ label, share }) => (
            <col key={label} width={`${Math.round((share / total) * 100)}%`} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ label }) => (
              <th key={label} scope="col" className={`${CELL} ${LABEL} text-center`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a finished document never move
            <tr key={index}>
              {row.map((one, column) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor do its columns
                  key={column}
                  className={`${CELL} ${ALIGNMENTS[columns[column]?.align ?? 'start']}`}
                >
                  {one.text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A form on the sheet: labels beside what was filled in. */
export function PaperForm({ block }: { block: Extract<Block, { kind: 'form' }> }) {
  return (
    <div className={FRAME}>
      <table className="w-full border-collapse">
        <tbody>
          {block.rows.map((pairs) => (
            <tr key={pairs.map((pair) => pair.label).join()}>
              {pairs.flatMap(({ label, value }) => [
                <th key={label} scope="row" className={`${CELL} ${LABEL} w-[18%] text-center`}>
                  {label}
                </th>,
                <td key={`${label}:`} className={CELL} colSpan={pairs.length === 1 ? 3 : 1}>
                  {value.map((one, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: lines of a finished document never move
                    <p key={index}>{one.text}</p>
                  ))}
                </td>,
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Room to write in by hand. */
export function PaperBox({ label, emptyLabel }: { label: string; emptyLabel: string }) {
  return (
    <div className={FRAME}>
      <table className="w-full border-collapse">
        <tbody>
          <tr>
            <th scope="row" className={`${CELL} ${LABEL} h-32 w-[12%] text-center`}>
              {label}
            </th>
            <td className={CELL}>
              <span className="sr-only">{emptyLabel}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
