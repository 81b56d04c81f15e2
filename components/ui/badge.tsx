import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Tone = 'neutral' | 'accent' | 'red' | 'orange' | 'amber' | 'blue' | 'green';

/** Text on its pale ground, by tone. */
export const toneClasses: Record<Tone, string> = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-pale text-accent',
  red: 'bg-red-pale text-red',
  orange: 'bg-orange-pale text-orange',
  amber: 'bg-amber-pale text-amber',
  blue: 'bg-blue-pale text-blue',
  green: 'bg-green-pale text-green',
};

/** A short word about a state. Grades have their own `GradeBadge`. */
export function Badge({
  tone = 'neutral',
  children,
  title,
}: {
  tone?: Tone | undefined;
  children: ReactNode;
  title?: string | undefined;
}) {
  return (
    <span
      title={title}
      className={classNames(
        'inline-flex items-center gap-1 rounded-sm px-1.5 text-xs leading-5 whitespace-nowrap',
        toneClasses[tone],
      )}
    >
      {children}
    </span>
  );
}
