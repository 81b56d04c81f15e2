import type { Chart } from '@/lib/document/model';

const WIDTH = 560;
const HEIGHT = 240;
const LEFT = 56;
const BOTTOM = 44;
const TOP = 34;
const COLOURS = [
  'fill-[#1f4e5f] stroke-[#1f4e5f]',
  'fill-[#c05a00] stroke-[#c05a00]',
  'fill-[#6b7280] stroke-[#6b7280]',
  'fill-[#8a1c1c] stroke-[#8a1c1c]',
];

/** A chart as the word processor will draw it from the same figures. */
export function PaperChart({ chart }: { chart: Chart }) {
  const { title, type, categories, series } = chart;
  const values = series.flatMap((one) => one.values.filter((value) => value !== null));
  const most = Math.max(1, ...values);
  const step = (WIDTH - LEFT - 12) / Math.max(1, categories.length);
  const x = (index: number) => LEFT + step * (index + 0.5);
  const y = (value: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / most);
  const figures = series
    .map((one) => `${one.label}：${one.values.map((value) => value ?? '—').join('，')}`)
    .join('；');
  return (
    <svg
      role="img"
      aria-label={`${title}。${figures}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className="my-[0.8em] w-full border border-[#ddd] text-[11px] [font-family:inherit]"
    >
      <text x={WIDTH / 2} y={20} textAnchor="middle" className="text-[14px]">
        {title}
      </text>
      <text x={LEFT - 6} y={y(most) + 4} textAnchor="end">
        {most}
      </text>
      <text x={LEFT - 6} y={y(0) + 4} textAnchor="end">
        0
      </text>
      <path
        d={`M${LEFT} ${y(0)}H${WIDTH - 12}M${LEFT} ${y(most)}H${WIDTH - 12}`}
        className="stroke-[#ccc]"
      />
      {categories.map((label, index) => (
        <text key={label} x={x(index)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
          {label}
        </text>
      ))}
      {series.map(({ label, values: figuresOf }, index) => (
        <g key={label} className={COLOURS[index % COLOURS.length]}>
          {type === 'bar' ? (
            figuresOf.map((value, at) => (
              <rect
                key={categories[at]}
                x={x(at) - step * 0.25}
                y={y(value ?? 0)}
                width={step * 0.5}
                height={Math.max(0, y(0) - y(value ?? 0))}
              />
            ))
          ) : (
            <polyline
              fill="none"
              strokeWidth={2}
              points={figuresOf
                .flatMap((value, at) => (value === null ? [] : [`${x(at)},${y(value)}`]))
                .join(' ')}
              className="fill-none"
            />
          )}
          {series.length > 1 && (
            <text x={LEFT + index * 110} y={HEIGHT - 8} strokeWidth={0}>
              ■ {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
