import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { CATEGORIES, RAIL_STAGES } from '@/lib/incident/keys';
import { criterionSchema } from './criteria';
import { chain } from './schema-chains';
import { computableObligation, filter, norm } from './schema-duties';
import { escalationFinal, escalationPolicy, escalationStep } from './schema-escalation';
import { mechanism } from './schema-mechanisms';
import { key, label, modifiedByUnit, plainText, source } from './schema-parts';

export {
  APPROVAL_OBJECTS,
  type ApprovalChain,
  type ApprovalObject,
  type ApprovalStep,
} from './schema-chains';
export {
  type EventPattern,
  type Norm,
  type NormRule,
  type Obligation,
  type PlanFilter,
  START_EVENTS,
  type StartEvent,
  type TimeRule,
} from './schema-duties';
export type { EscalationPolicy, EscalationStep, EscalationTarget } from './schema-escalation';
export type { Mechanism } from './schema-mechanisms';
export type { Label, Source } from './schema-parts';

const level = z.strictObject({
  key,
  label,
  rank: z.int().min(0).max(20),
  /** Levels one body commands together share a tier; 1 is the lowest. */
  tier: z.int().min(1).max(20).optional(),
  criteria: criterionSchema.nullable(),
  commandedBy: label.optional(),
  deciders: z.array(z.enum(ROLES)),
  note: label.optional(),
  modifiedByUnit,
  source: source.optional(),
});
export type Level = z.infer<typeof level>;

const scale = z.strictObject({
  key,
  label,
  purpose: label,
  levels: z.array(level).min(1),
  /** What runs the clocks while nobody has decided; null = nothing does. */
  undecided: key.nullable(),
});

const reportingLine = z.strictObject({
  key,
  label,
  target: z.enum(['leader', 'superior', 'authority']),
  when: filter,
  simultaneous: z.boolean().default(false),
  modifiedByUnit,
  source,
});

const calm = z.strictObject({
  tests: z
    .array(
      z.strictObject({ key: z.enum(['handled', 'media_gone', 'mood_calm', 'counts_flat']), label }),
    )
    .min(1),
  /** Null = not named by the source; `watchHours` is then the unit's own figure. */
  watchHours: z.number().positive().nullable(),
  flatWithin: z.number().min(0).max(1),
  filledByUnit: z.boolean().default(false),
  source,
});

const flag = z.strictObject({
  code: z.enum(['TRUNC', 'REDACTED', 'INCONS']),
  /** Path in the plan, such as `levels.serious`. */
  where: z.string().max(120),
  note: label,
});

const patrol = z.strictObject({
  key,
  label,
  timesPerDay: z.int().min(1).max(96),
  at: z.array(z.string().regex(/^\d{2}:\d{2}$/)).max(96),
  /** Every hour of the day, not only at fixed times. */
  continuous: z.boolean().default(false),
  when: filter.optional(),
  modifiedByUnit,
  source,
});

const document = z.strictObject({
  key,
  label,
  fields: z.array(label).max(60),
  source,
});

const stageName = z.strictObject({
  label,
  /** Stages of the product this one covers; none = before or beside an incident. */
  maps: z.array(z.enum(RAIL_STAGES)).max(6),
});

const roleName = z.strictObject({ role: z.enum(ROLES), label, duties: label.optional() });

const unique = <T>(items: readonly T[], keyOf: (item: T) => string) =>
  new Set(items.map(keyOf)).size === items.length;
const keyed = { message: 'key_twice' };

/** What a whole plan and a part of one have in common. */
const shared = {
  formatVersion: z.literal(1),
  key,
  title: label,
  institution: label,
  summary: label,
  categories: z
    .array(z.strictObject({ key: z.enum(CATEGORIES), label, handling: label }))
    .max(4)
    .refine((all) => unique(all, (one) => one.key), keyed),
  obligations: z
    .array(computableObligation)
    .max(500)
    .refine((rules) => unique(rules, (one) => one.rule), { message: 'rule_twice' }),
  chains: z
    .array(chain)
    .max(100)
    .refine((all) => unique(all, (one) => one.key), keyed),
  reporting: z
    .array(reportingLine)
    .max(100)
    .refine((all) => unique(all, (one) => one.key), keyed),
  patrols: z.array(patrol).max(40),
  stages: z.array(stageName).max(20).default([]),
  roles: z.array(roleName).max(40).default([]),
  documents: z.array(document).max(40).default([]),
  mechanisms: z.array(mechanism).max(60).default([]),
  flags: z.array(flag).max(60),
  /** Practices of the source that are left out on purpose. */
  dropped: z.array(z.strictObject({ note: label, source })).max(60),
  source,
};

export const planSchema = z.strictObject({
  ...shared,
  levels: z
    .array(level)
    .max(20)
    .refine((all) => unique(all, (one) => one.key), keyed),
  scales: z
    .array(scale)
    .max(5)
    .refine((all) => unique(all, (one) => one.key), keyed),
  /** Who is told when, unless a policy says otherwise. */
  escalation: z.array(escalationStep).min(1).max(40),
  /** Other steps for some levels or duties; the most particular one holds. */
  escalationPolicies: z
    .array(escalationPolicy)
    .max(40)
    .refine((all) => unique(all, (one) => one.key), keyed)
    .optional(),
  escalationFinal: escalationFinal.optional(),
  calm,
  closing: z.strictObject({ requires: z.array(z.string().max(60)).max(20), label, source }),
  review: z.strictObject({ required: z.boolean(), label, source }),
  /** Norms above the plan that bind the institution; pinned with the version. */
  norms: z.array(norm).max(10).default([]),
});
export type ResponsePlan = z.infer<typeof planSchema>;
/** A plan as people write it, before defaults are filled in. */
export type ResponsePlanInput = z.input<typeof planSchema>;

/** A point of a risk register and what is done about it. */
const riskPoint = z.strictObject({
  key,
  label,
  measures: label,
  lead: label.nullable(),
  responsible: label.nullable(),
  limit: label.nullable(),
  source,
});

/**
 * What a source has besides whole plans: rules to use in a plan, a register of risks with its
 * filing duties, or the outline of a report.
 */
export const planPartSchema = z.strictObject({
  ...shared,
  kind: z.enum(['fragment', 'risk_register', 'report_template']),
  levels: z.array(level).max(20).default([]),
  risks: z.array(riskPoint).max(60).default([]),
  /** Headings of a report, in order; `under` = the heading it belongs to. */
  headings: z
    .array(z.strictObject({ key, label, under: key.optional() }))
    .max(60)
    .default([]),
  note: plainText(800).optional(),
});
export type PlanPart = z.infer<typeof planPartSchema>;
export type PlanPartInput = z.input<typeof planPartSchema>;
