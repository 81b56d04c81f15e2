import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { ACTING_ACTS } from '@/lib/group/acting';
import { key, label, source } from './schema-parts';

/** Mechanisms of the sources that are more than a time limit. */
export const mechanism = z.discriminatedUnion('kind', [
  /** 零报告: quiet days are reported too, in the named part of the year or always. */
  z.strictObject({
    kind: z.literal('zero_report'),
    key,
    label,
    at: z
      .string()
      .regex(/^\d{2}:\d{2}$/)
      .nullable(),
    from: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .optional(),
    until: z
      .string()
      .regex(/^\d{2}-\d{2}$/)
      .optional(),
    source,
  }),
  /** Who leaves for longer names a delegate in writing. */
  z.strictObject({
    kind: z.literal('delegate_when_away'),
    key,
    label,
    role: z.enum(ROLES),
    awayMoreThanHours: z.number().positive().max(8760),
    inWriting: z.boolean(),
    source,
  }),
  /** The leader on duty commands until the group takes over. */
  z.strictObject({
    kind: z.literal('acting_command'),
    key,
    label,
    role: z.enum(['duty_leader', 'duty_officer']),
    until: label,
    /** What may be done meanwhile; left out = every act the product opens to the leader on duty. */
    acts: z.array(z.enum(ACTING_ACTS)).min(1).optional(),
    source,
  }),
  /** Grounds on which a clock may stand still, for the rules named. */
  z.strictObject({
    kind: z.literal('pause'),
    key,
    label,
    rules: z.array(key).min(1).max(40),
    source,
  }),
  /** No more than so many people, such as representatives received at once. */
  z.strictObject({
    kind: z.literal('head_count'),
    key,
    label,
    atMost: z.int().min(1).max(1000),
    source,
  }),
  /** Points to check before a text goes for approval. */
  z.strictObject({
    kind: z.literal('checklist'),
    key,
    label,
    items: z.array(label).min(1).max(20),
    /** Ticked one by one by whoever sends a text to the public for approval. */
    atSubmission: z.boolean().optional(),
    source,
  }),
  /** A second look some time after something was put right. */
  z.strictObject({ kind: z.literal('second_check'), key, label, source }),
]);
export type Mechanism = z.infer<typeof mechanism>;
