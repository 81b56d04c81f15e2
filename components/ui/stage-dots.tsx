import { railStages } from './stages';

/** A stage with its words at hand. */
export interface StageView {
  /** How many of the six are reached; 0 for a stage outside them, such as closed. */
  reached: number;
  name: string;
  title: string;
}

const dots = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) => `M${1 + (from + i) * 10} 4a3 3 0 1 1 6 0a3 3 0 1 1-6 0Z`,
  ).join('');

const rows = railStages.map((_, at) => [dots(0, at + 1), dots(at + 1, railStages.length)] as const);

/** The stage as ●●●○○○ with its word, for lists. */
export function StageDots({ reached, name, title }: StageView) {
  const paths = rows[reached - 1];
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap" title={title}>
      {paths && (
        <svg viewBox="0 0 58 8" aria-hidden="true" className="h-2 w-14.5">
          <path d={paths[0]} className="fill-accent stroke-accent" />
          {paths[1] && <path d={paths[1]} className="fill-none stroke-control" />}
        </svg>
      )}
      {name}
    </span>
  );
}
