import { linePath, niceCeiling } from './scale';

/** A small line without axes. `label` says in words what it shows, last value included. */
export function Sparkline({
  values,
  label,
}: {
  values: ReadonlyArray<number | null>;
  label: string;
}) {
  const max = niceCeiling(Math.max(0, ...values.map((value) => value ?? 0)));
  return (
    <svg viewBox="-2 -2 100 24" role="img" aria-label={label} className="h-6 w-25">
      <path
        d={linePath(values, max, { width: 96, height: 20 })}
        className="fill-none stroke-accent stroke-[1.5]"
      />
    </svg>
  );
}
