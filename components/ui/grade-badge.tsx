import { useTranslations } from 'next-intl';
import { type GradeRank, GradeTag } from './grade-tag';

export type { GradeRank } from './grade-tag';
export type GradeKind = 'opinion' | 'event';

const ranks: Record<string, GradeRank> = {
  especially_serious: 1,
  serious: 2,
  relatively_serious: 3,
  ordinary: 4,
};

/** The rank of a common grade; what is not one counts as the least grave. */
export function rankOf(grade: string): GradeRank {
  return ranks[grade] ?? 4;
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
  /** Not decided yet: named by a person, or only suggested. */
  provisional?: boolean | 'suggested' | undefined;
  showKind?: boolean | undefined;
}) {
  const t = useTranslations('words');
  const prefix = showKind ? `${t(`gradeKind.${kind}`)} ` : '';
  if (grade === null) return <GradeTag rank={null} word={`${prefix}${t('ungraded')}`} />;
  const word = label ?? (t.has(`grade.${grade}`) ? t(`grade.${grade}`) : grade);
  return (
    <GradeTag
      rank={rank ?? rankOf(grade)}
      word={`${prefix}${word}`}
      title={t(`gradeKind.${kind}`)}
      provisional={
        provisional ? t(provisional === 'suggested' ? 'suggestedOnly' : 'provisional') : undefined
      }
    />
  );
}
