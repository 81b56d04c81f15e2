import { type Tone, toneClasses } from './badge';
import { classNames } from './class-names';

/** How grave a level is, 1 gravest; gives colour and shape. */
export type GradeRank = 1 | 2 | 3 | 4;

/** A grade with its words at hand, so that a long list need not look them up line by line. */
export interface GradeView {
  /** Null where there is no grade yet. */
  rank: GradeRank | null;
  word: string;
  /** Which of the grades it is. */
  title?: string | undefined;
  /** The word for a provisional grade, where it is one. */
  provisional?: string | undefined;
}

const looks: Record<GradeRank, { tone: Tone; mark: string; path: string }> = {
  1: { tone: 'red', mark: 'fill-red-mark', path: 'M6 0.5 11.5 6 6 11.5 0.5 6Z' },
  2: { tone: 'orange', mark: 'fill-orange-mark', path: 'M6 1 11.5 11H0.5Z' },
  3: { tone: 'amber', mark: 'fill-amber-mark', path: 'M6 1a5 5 0 1 1 0 10A5 5 0 0 1 6 1Z' },
  4: { tone: 'blue', mark: 'fill-blue-mark', path: 'M1.5 1.5h9v9h-9Z' },
};

/** The shape alone (◆ ▲ ● ■), for dense lists that carry the word elsewhere. */
export function GradeMark({ rank }: { rank: GradeRank }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={classNames('size-2.5', looks[rank].mark)}
    >
      <path d={looks[rank].path} />
    </svg>
  );
}

const base =
  'inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 whitespace-nowrap';

/** A grade as colour, shape and word. Knows no language: `GradeBadge` looks the words up. */
export function GradeTag({ rank, word, title, provisional }: GradeView) {
  if (rank === null) {
    return (
      <span className={classNames(base, 'border-dashed border-control text-faint')}>{word}</span>
    );
  }
  return (
    <span
      title={title}
      className={classNames(
        base,
        toneClasses[looks[rank].tone],
        provisional ? 'border-dashed border-current' : 'border-transparent',
      )}
    >
      <GradeMark rank={rank} />
      {word}
      {provisional && <span>{`· ${provisional}`}</span>}
    </span>
  );
}
