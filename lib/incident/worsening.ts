import type { FactCount, GradingFacts } from '@/lib/plan/criteria';
import { MEDIA_TIERS, type MediaTier } from './keys';

/** One thing that stands higher than at the last assessment. */
export type Increase =
  | { fact: FactCount; before: number; after: number }
  | { fact: 'mediaTier'; before: MediaTier; after: MediaTier };

const SPREAD = ['reposts', 'items', 'views', 'comments', 'people'] as const;
/** Harm nobody had named counts as none. */
const HARM = ['deaths', 'injured', 'casualties'] as const;

/**
 * Counts, media tier and harm that exceed those of an earlier assessment. A count that was not
 * known before says nothing. Of counts alone a person decides whether the matter has worsened.
 */
export function increases(before: GradingFacts, after: GradingFacts): Increase[] {
  const counted = [
    ...SPREAD.map((fact) => [fact, before[fact]] as const),
    ...HARM.map((fact) => [fact, before[fact] ?? 0] as const),
  ].flatMap(([fact, old]): Increase[] => {
    const now = after[fact];
    return old !== undefined && now !== undefined && now > old
      ? [{ fact, before: old, after: now }]
      : [];
  });
  const [old, now] = [before.mediaTier, after.mediaTier];
  const isHigher = old && now && MEDIA_TIERS.indexOf(now) > MEDIA_TIERS.indexOf(old);
  return isHigher ? [...counted, { fact: 'mediaTier', before: old, after: now }] : counted;
}

/** Harm or media above those of an earlier assessment: a report is due again, whoever says what. */
export const isGraver = (before: GradingFacts, after: GradingFacts): boolean =>
  increases(before, after).some(
    ({ fact }) => fact === 'mediaTier' || HARM.some((harm) => harm === fact),
  );
