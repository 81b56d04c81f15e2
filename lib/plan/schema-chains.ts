import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { CATEGORIES } from '@/lib/incident/keys';
import { key, label, modifiedByUnit, source } from './schema-parts';

export const APPROVAL_OBJECTS = [
  'reply',
  'publication',
  'internal_line',
  'response_plan',
  'website_article',
] as const;
export type ApprovalObject = (typeof APPROVAL_OBJECTS)[number];

const step = z.strictObject({
  key,
  label,
  role: z.enum([...ROLES, 'group']),
  /** Steps that come first; absent = the step before it in the list. */
  after: z.array(key).max(20).optional(),
  /** A body outside the institution that has to agree; who signs states its reference. */
  outside: label.optional(),
  /** Things the signer looks at before signing. */
  checklist: z.array(label).max(20).optional(),
  mode: z.enum(['any', 'quorum']),
  needed: z.union([z.literal('majority'), z.int().min(1)]).default(1),
  signedMinutesAllowed: z.boolean().default(false),
  /** Minutes it may wait before those who are to sign are reminded; absent = the product's figure. */
  waitMinutes: z.int().min(1).max(10_080).optional(),
  /** Hours within which a consent given by phone is countersigned; absent = the product's figure. */
  countersignHours: z.int().min(1).max(168).optional(),
});

export const chain = z.strictObject({
  key,
  label,
  objects: z.array(z.enum(APPROVAL_OBJECTS)).min(1),
  grades: z.array(key).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  steps: z.array(step).min(1).max(20),
  /**
   * 紧急发布: a leader may let a text out before the chain is complete; the steps that are left
   * countersign within so many hours. Absent = never, as in every source.
   */
  urgentRelease: z.strictObject({ countersignHours: z.int().min(1).max(72) }).optional(),
  modifiedByUnit,
  source,
});
export type ApprovalStep = z.infer<typeof step>;
export type ApprovalChain = z.infer<typeof chain>;
