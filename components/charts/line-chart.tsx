import { useTranslations } from 'next-intl';
import { classNames } from '../ui/class-names';
import { Table } from '../ui/table';
import { type ChartPoint, linePath, niceCeiling } from './scale';

export interface ChartSeries {
  label: string;
  points: readonly ChartPoint[];
}

const width = 600;
const height = 160;

/** Colour and dash together, so that lines differ without colour too. */
const strokes = [
  'stroke-accent',
  'stroke-orange-mark [stroke-dasharray:6_4]',
  'stroke-blue-mark [stroke-dasharray:2_3]',
  'stroke-control [stroke-dasharray:10_4_2_4]',
];

/**
 * Lines over time drawn on the server, with the same numbers as a table below. Series share their
 * points' labels; a null value is a gap.
 */
export function LineChart({ title, series }: { title: string; series: readonly ChartSeries[] }) {
  const t = useTranslations('ui');
  const labels = series[0]?.points.map((point) => point.label) ?? [];
  const values = series.flatMap((line) => line.points.map((point) => point.value ?? 0));
  const max = niceCeiling(Math.max(0, ...values));
  const everyNth = Math.max(1, Math.ceil(labels.length / 6));
  const stepX = width / Math.max(1, labels.length - 1);
  return (
    <figure className="min-w-0">
      <figcaption className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="grow font-medium">{title}</span>
        {series.map((line, index) => (
          <span key={line.label} className="flex items-center gap-1.5 text-xs text-soft">
            <svg viewBox="0 0 20 4" aria-hidden="true" className="h-1 w-5">
              <path d="M0 2H20" className={classNames('stroke-2', strokes[index % 4])} />
            </svg>
            {line.label}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`-64 -16 ${width + 96} ${height + 52}`}
        role="img"
        aria-label={title}
        className="w-full"
      >
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path
              d={`M0 ${height - part * height}H${width}`}
              className={part === 0 ? 'stroke-control' : 'stroke-line'}
            />
            <text
              x="-8"
              y={height - part * height + 4}
              className="fill-faint text-xs tabular-nums [text-anchor:end] max-sm:text-lg"
            >
              {max * part}
            </text>
          </g>
        ))}
        {labels.map((label, index) =>
          index % everyNth === 0 ? (
            <text
              key={label}
              x={index * stepX}
              y={height + 26}
              className="fill-faint text-xs tabular-nums [text-anchor:middle] max-sm:text-lg"
            >
              {label}
            </text>
          ) : null,
        )}
        {series.map((line, index) => (
          <path
            key={line.label}
            d={linePath(
              line.points.map((point) => point.value),
              max,
              { width, height },
            )}
            className={classNames('fill-none stroke-2', strokes[index % 4])}
          />
        ))}
      </svg>
      <details className="mt-1">
        <summary className="text-xs text-accent hover:underline">{t('showData')}</summary>
        <Table
          caption={title}
          columns={[
            { label: t('time') },
            ...series.map((line) => ({ label: line.label, align: 'end' as const })),
          ]}
        >
          {labels.map((label, row) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {series.map((line) => (
                <td key={line.label} data-align="end">
                  {line.points[row]?.value ?? '—'}
                </td>
              ))}
            </tr>
          ))}
        </Table>
      </details>
    </figure>
  );
}
