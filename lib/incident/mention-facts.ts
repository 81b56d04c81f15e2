import type { GradingFacts } from '@/lib/plan/criteria';
import { MEDIA_TIERS } from './keys';
import type { MentionRow } from './model';

type Spread = Pick<MentionRow, 'reposts' | 'views' | 'comments' | 'mediaTier'>;

/**
 * What the linked mentions say of the spread: the largest count of any one post and the highest
 * media tier. A count nobody took stays unknown.
 */
export function factsOfMentions(mentions: readonly Spread[]): GradingFacts {
  const facts: GradingFacts = {};
  for (const count of ['reposts', 'views', 'comments'] as const) {
    const values = mentions.flatMap((mention) => mention[count] ?? []);
    if (values.length > 0) facts[count] = Math.max(...values);
  }
  const tier = MEDIA_TIERS.findLast((one) => mentions.some((mention) => mention.mediaTier === one));
  if (tier) facts.mediaTier = tier;
  return facts;
}
