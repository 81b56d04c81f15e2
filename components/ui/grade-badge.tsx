import { useTranslations } from 'next-intl';
import { type Tone, toneClasses } from './badge';
import { classNames } from './class-names';

export type GradeKind = 'opinion' | 'event' | 'sensitivity';

/** How grave a level is, 1 gravest; gives colour and shape. */
export type GradeRank = 1 | 2 | 3 | 4;

const ranks: Record<string, GradeRank> = {
  especially_serious: 1,
  serious: 2,
  relatively_serious: 3,
  ordinary: 4,
  especially_sensitive: 1,
  important_sensitive: 2,
};

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

/**
 * A grade as colour, shape and word. `null` reads 未定级. A plan's own level (一级…) gives its
 * `label` and `rank`. `showKind` adds which of the grades it is.
 */
export function GradeBadge({
  grade,
  kind = 'opinion',
  label,
  rank,
  provisional = false,
  showKind = false,
}: {
  grade: string | null;
  kind?: GradeKind | undefined;
  label?: string | undefined;
  rank?: GradeRank | undefined;
  provisional?: boolean | undefined;
  showKind?: boolean | undefined;
}) {
  const t = useTranslations('words');
  const prefix = showKind ? `${t(`gradeKind.${kind}`)} ` : '';
  const base =
    'inline-flex items-center gap-1 rounded-sm border px-1.5 text-xs leading-5 whitespace-nowrap';
  if (grade === null) {
    return (
      <span className={classNames(base, 'border-dashed border-control text-faint')}>
        {prefix}
        {t('ungraded')}
      </span>
    );
  }
  const level = rank ?? ranks[grade] ?? 4;
  const group = kind === 'sensitivity' ? 'sensitivity' : 'grade';
  return (
    <span
      title={t(`gradeKind.${kind}`)}
      className={classNames(
        base,
        toneClasses[looks[level].tone],
        provisional ? 'border-dashed border-current' : 'border-transparent',
      )}
    >
      <GradeMark rank={level} />
      {prefix}
      {label ?? (t.has(`${group}.${grade}`) ? t(`${group}.${grade}`) : grade)}
      {provisional && <span>· {t('provisional')}</span>}
    </span>
  );
}
