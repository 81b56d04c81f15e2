import { z } from 'zod';
import { CATEGORIES, type Category, MEDIA_TIERS, type MediaTier } from '@/lib/incident/keys';
import { key, plainText } from './schema-parts';

const COUNTS = [
  'reposts',
  'items',
  'views',
  'comments',
  'casualties',
  'deaths',
  'injured',
  'people',
] as const;
export type FactCount = (typeof COUNTS)[number];

const YES_NO = [
  'crossRegion',
  /** 重点领域 */
  'keySubject',
  'keyPerson',
  /** 重点节点 */
  'keyTime',
  /** 重点事件 */
  'keyEvent',
  /** 发酵、升温 */
  'rising',
  /** 在不同网站出现 */
  'severalSites',
  /** 突发事件引起 */
  'emergency',
] as const;
export type FactYesNo = (typeof YES_NO)[number];

/** Circumstances a source hangs a rule on; somebody has to name them before the rule runs. */
export const CIRCUMSTANCES = [
  'mass_gathering',
  'corruption',
  'epidemic',
  'true_or_founded',
  'urgent',
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** What is known of an incident when a grade is suggested; absent = not known. */
export type GradingFacts = { [C in FactCount]?: number } & { [F in FactYesNo]?: boolean } & {
  mediaTier?: MediaTier;
  imageImpact?: 'small' | 'large';
  category?: Category;
  /** Whether a question can be answered at once; the plan may give a hard one more time. */
  difficulty?: 'simple' | 'hard';
  circumstances?: Circumstance[];
  /** What a person judged of criteria no figure settles, by the criterion's key. */
  judged?: Record<string, boolean>;
};

const count = z.int().min(0).max(10_000_000_000).optional();
const yesNo = z.boolean().optional();

/** Facts as people and programs state them. Whole numbers, zero or more. */
export const gradingFactsSchema = z.strictObject({
  ...(Object.fromEntries(COUNTS.map((one) => [one, count])) as Record<FactCount, typeof count>),
  ...(Object.fromEntries(YES_NO.map((one) => [one, yesNo])) as Record<FactYesNo, typeof yesNo>),
  mediaTier: z.enum(MEDIA_TIERS).optional(),
  imageImpact: z.enum(['small', 'large']).optional(),
  difficulty: z.enum(['simple', 'hard']).optional(),
  circumstances: z.array(z.enum(CIRCUMSTANCES)).max(CIRCUMSTANCES.length).optional(),
  judged: z.record(key, z.boolean()).optional(),
});

/** The same facts without those nobody stated. */
export function statedFacts(given: z.output<typeof gradingFactsSchema>): GradingFacts {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as GradingFacts;
}

export type Criterion =
  | { all: Criterion[] }
  | { any: Criterion[] }
  | { count: FactCount; atLeast?: number | undefined; atMost?: number | undefined }
  | { mediaTier: MediaTier[] }
  | { is: FactYesNo; value: boolean }
  | { imageImpact: 'small' | 'large' }
  | { category: Category[] }
  /** Only a person can judge it; `key` is what the judgement is kept under. */
  | { manual: { zh: string; en: string }; key?: string | undefined };

const limit = z.int().min(0).max(10_000_000_000).optional();

const leafSchemas = [
  z
    .strictObject({ count: z.enum(COUNTS), atLeast: limit, atMost: limit })
    .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'limit_missing')
    .refine(({ atLeast, atMost }) => (atLeast ?? 0) <= (atMost ?? Infinity), 'limits_crossed'),
  z.strictObject({ mediaTier: z.array(z.enum(MEDIA_TIERS)).min(1).max(MEDIA_TIERS.length) }),
  z.strictObject({ is: z.enum(YES_NO), value: z.boolean() }),
  z.strictObject({ imageImpact: z.enum(['small', 'large']) }),
  z.strictObject({ category: z.array(z.enum(CATEGORIES)).min(1).max(CATEGORIES.length) }),
  z.strictObject({
    manual: z.strictObject({ zh: plainText(200), en: plainText(400) }),
    key: key.optional(),
  }),
] as const;

/** Branches within branches; deeper than any written plan. */
const MAX_DEPTH = 5;

function atDepth(depth: number): z.ZodType<Criterion> {
  if (depth === 0) return z.union(leafSchemas);
  const branches = z
    .array(atDepth(depth - 1))
    .min(1)
    .max(30);
  return z.union([
    z.strictObject({ all: branches }),
    z.strictObject({ any: branches }),
    ...leafSchemas,
  ]);
}

export const criterionSchema: z.ZodType<Criterion> = atDepth(MAX_DEPTH);
