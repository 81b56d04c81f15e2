'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Moves through the events of an incident; the page shows how things stood. Works as a form too. */
export function PastSlider({
  path,
  seq,
  last,
  label,
  show,
  moments,
  of,
}: {
  path: string;
  seq: number;
  last: number;
  label: string;
  show: string;
  /** The moment of each event, as text. */
  moments: readonly string[];
  of: string;
}) {
  const router = useRouter();
  const [value, setValue] = useState(seq);
  useEffect(() => setValue(seq), [seq]);
  const go = () => {
    if (value !== seq) router.replace(`${path}?at=${value}`, { scroll: false });
  };
  return (
    <form action={path} className="space-y-1">
      <label className="block">
        <span className="sr-only">{label}</span>
        <input
          type="range"
          name="at"
          min={1}
          max={last}
          value={value}
          aria-valuetext={moments[value - 1]}
          onChange={(event) => setValue(Number(event.currentTarget.value))}
          onPointerUp={go}
          onKeyUp={go}
          onBlur={go}
          className="h-8 w-full"
        />
      </label>
      <div className="flex items-center justify-between gap-2 text-xs text-soft tabular-nums">
        <span>
          {of.replace('{seq}', String(value))} · {moments[value - 1]}
        </span>
        <Button type="submit" size="sm" variant="quiet">
          {show}
        </Button>
      </div>
    </form>
  );
}
