import { marksUpTo, placeOf } from './time-scale';

export interface Lane {
  key: string;
  label: string;
  /** Due time or its words, said at the end of the line. */
  due: string;
  /** Hours from the discovery; null = no instant to draw. */
  startHours: number | null;
  dueHours: number | null;
  tone: 'quiet' | 'open' | 'late';
  /** Hours at which somebody is told. */
  tells: readonly number[];
}

const percent = (place: number): string => `${(place * 100).toFixed(2)}%`;

const TONES = { quiet: 'fill-line', open: 'fill-accent', late: 'fill-red' };

/**
 * Limits as bars over the hours after the discovery, with a line where the clock stands and dots
 * where people are told. Every bar's words stand beside it: the drawing is for the eye only.
 */
export function TimeAxis({
  lanes,
  maxHours,
  atHours,
  markLabel,
}: {
  lanes: readonly Lane[];
  maxHours: number;
  /** Where the clock stands; null = nowhere. */
  atHours: number | null;
  markLabel: (hours: number) => string;
}) {
  const cursor = atHours === null ? null : percent(placeOf(atHours, maxHours));
  return (
    <div>
      <svg aria-hidden="true" className="block h-5 w-full overflow-visible text-xs">
        {marksUpTo(maxHours).map((hours) => (
          <g key={hours}>
            <line
              x1={percent(placeOf(hours, maxHours))}
              x2={percent(placeOf(hours, maxHours))}
              y1="15"
              y2="20"
              className="stroke-control"
            />
            <text
              x={percent(placeOf(hours, maxHours))}
              y="11"
              textAnchor="middle"
              className="fill-soft"
            >
              {markLabel(hours)}
            </text>
          </g>
        ))}
      </svg>
      <ul>
        {lanes.map((lane) => (
          <li key={lane.key} className="border-t border-line py-1.5">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span>{lane.label}</span>
              <span className={lane.tone === 'late' ? 'text-red' : 'text-soft'}>{lane.due}</span>
            </p>
            <svg aria-hidden="true" className="block h-3 w-full overflow-visible">
              <rect x="0" y="5" width="100%" height="2" className="fill-line" />
              <Bar lane={lane} maxHours={maxHours} />
              {lane.tells.map((hours) => (
                <circle
                  key={hours}
                  cx={percent(placeOf(hours, maxHours))}
                  cy="6"
                  r="2.5"
                  className="fill-paper stroke-ink"
                />
              ))}
              {cursor && (
                <line x1={cursor} x2={cursor} y1="-2" y2="14" className="stroke-ink stroke-2" />
              )}
            </svg>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({ lane, maxHours }: { lane: Lane; maxHours: number }) {
  if (lane.startHours === null) return null;
  const from = placeOf(lane.startHours, maxHours);
  const to = lane.dueHours === null ? from : placeOf(lane.dueHours, maxHours);
  return (
    <rect
      x={percent(from)}
      y="3"
      width={percent(Math.max(to - from, 0.004))}
      height="6"
      rx="2"
      className={TONES[lane.tone]}
    />
  );
}
