import { useLocale } from 'next-intl';
import type { PlanNames } from '@/lib/plan/names';
import { GradeBadge } from '../ui/grade-badge';

/** An opinion grade as its incident's plan calls it; nothing where the plan knows no grades. */
export function LevelBadge({
  grade,
  plan,
  provisional,
  showKind,
}: {
  grade: string | null;
  plan: PlanNames;
  provisional?: boolean | 'suggested';
  showKind?: boolean;
}) {
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const level = grade === null ? undefined : plan.levels[grade];
  if (!plan.hasLevels && grade === null) return null;
  return (
    <GradeBadge
      grade={grade}
      label={level?.label[language]}
      rank={level?.rank}
      provisional={provisional}
      showKind={showKind}
    />
  );
}
