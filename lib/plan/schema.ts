import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { CLOCKS, DUE_UNITS, findDueRuleProblem } from '@/lib/calendar';
import { CATEGORIES, GRADES, RAIL_STAGES } from '@/lib/incident/keys';
import { CIRCUMSTANCES, criterionSchema } from './criteria';
import { escalationFinal, escalationPolicy, escalationStep } from './schema-escalation';
import { mechanism } from './schema-mechanisms';
import { key, label, plainText, source } from './schema-parts';

export type { EscalationPolicy, EscalationStep, EscalationTarget } from './schema-escalation';
export type { Mechanism } from './schema-mechanisms';

export type { Label, Source } from './schema-parts';

export const START_EVENTS = [
  'discovered',
  'known',
  'published',
  'event_occurred',
  'opinion_occurred',
  /** The earliest known of event_occurred, opinion_occurred and discovered. */
  'earliest_known',
  'ordered',
  'oral_reported',
  'graded',
  'resolved',
  'stable',
  'promised',
  /** Not started by anything in an incident: the calendar alone. */
  'periodic',
] as const;
export type StartEvent = (typeof START_EVENTS)[number];

const atLeast = z.int().min(1).max(1_000_000);

/**
 * When a rule holds; an empty or absent list means no restriction. A grade, scale, category or
 * difficulty nobody has settled counts as fulfilled; the event's grade, harm, people and
 * circumstances have to be named before a rule runs on them.
 */
const filter = z.strictObject({
  grades: z.array(key).max(20).optional(),
  scales: z.record(key, z.array(key).max(20)).optional(),
  eventGrades: z.array(z.enum(GRADES)).optional(),
  /** Holds unless the event's grade is one of these. */
  notEventGrades: z.array(z.enum(GRADES)).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  difficulty: z.enum(['simple', 'hard']).optional(),
  /** Either number reached is enough. */
  harm: z.strictObject({ deaths: atLeast.optional(), injured: atLeast.optional() }).optional(),
  people: z.strictObject({ atLeast }).optional(),
  circumstances: z.array(z.enum(CIRCUMSTANCES)).optional(),
});
export type PlanFilter = z.infer<typeof filter>;

/** Set when a unit changed what a source says; its `source` still names where it began. */
const modifiedByUnit = z.boolean().optional();

const amount = {
  amount: z.number().nonnegative().max(10_000).nullable(),
  unit: z.enum(DUE_UNITS),
  clock: z.enum(CLOCKS),
  at: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  on: z
    .string()
    .regex(/^\d{2}-\d{2}$/)
    .optional(),
  times: z
    .array(z.string().regex(/^\d{2}:\d{2}$/))
    .max(48)
    .optional(),
};

export const timeRule = z.strictObject(amount);
export type TimeRule = z.infer<typeof timeRule>;

/** A time rule the calendar can compute: units that fit the clock, whole days, times where named. */
const isComputable = ({ at, on, times, ...rule }: z.output<typeof timeRule>): boolean =>
  findDueRuleProblem({
    ...rule,
    ...(at === undefined ? {} : { at }),
    ...(on === undefined ? {} : { on }),
    ...(times === undefined ? {} : { times }),
  }) === null;

const uncomputable = { message: 'No due time can be computed from this', path: ['amount'] };

/** What ends a time limit: facts an event of this type leaves behind. */
export const MET_BY_EVENTS = [
  'report.sent',
  'matter.reported',
  'incident.assessed',
  'assignment.issued',
  'assignment.fed_back',
  'measure.recorded',
  'reply.given',
  'wording.published',
  'non_publication.approved',
  'media.answered',
  'instruction.answered',
  'sample.recorded',
  'calm.confirmed',
  'resolution.confirmed',
  'review.written',
  'review.approved',
] as const;

/** A pattern of events: the type, the fields that must match ('*' = anything but empty). */
const pattern = z.strictObject({
  event: z.enum(MET_BY_EVENTS),
  where: z
    .record(
      z.string().max(60),
      z.union([z.string().max(80), z.boolean(), z.array(z.string().max(80)).max(40)]),
    )
    .optional(),
  /** Counts although it happened before the limit's own start. */
  anyTime: z.boolean().optional(),
});
export type EventPattern = z.infer<typeof pattern>;

export const obligationSchema = z.strictObject({
  /** Unique in the plan; several rules may share one key (4 h and 2 h of the same report). */
  rule: key,
  /** The duty. Rules of one key ask for one thing; a norm's rule joins the plan's of its key. */
  key,
  title: label,
  start: z.enum(START_EVENTS),
  ...amount,
  when: filter,
  target: z.enum(['citizen', 'public', 'superior', 'leader', 'office', 'group', 'authority']),
  recipient: label.optional(),
  owner: z.enum(ROLES),
  metBy: z.array(pattern).max(20),
  /** The figure beyond which no extension goes. */
  hardMax: timeRule.refine(isComputable, uncomputable).optional(),
  extendable: z.boolean().default(false),
  pausable: z.boolean().default(false),
  /** Grounds on which the source lets the clock stand still, such as bad weather. */
  pauseReasons: z.array(label).max(20).optional(),
  /** The words of the source where it names no figure. */
  originalWords: label.optional(),
  filledByUnit: z.boolean().default(false),
  modifiedByUnit,
  source,
});
export type Obligation = z.infer<typeof obligationSchema>;

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

const chain = z.strictObject({
  key,
  label,
  objects: z.array(z.enum(APPROVAL_OBJECTS)).min(1),
  grades: z.array(key).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  steps: z.array(step).min(1).max(20),
  modifiedByUnit,
  source,
});
export type ApprovalStep = z.infer<typeof step>;
export type ApprovalChain = z.infer<typeof chain>;

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

/** A rule of a norm above the plans, kept with the version it was pinned to. */
const normRule = obligationSchema
  .safeExtend({
    /** Duties of a plan that this rule makes stricter; its own key always belongs to them. */
    sharpens: z.array(key).max(20).default([]),
  })
  .refine(isComputable, uncomputable);
export type NormRule = z.infer<typeof normRule>;

const norm = z.strictObject({
  key,
  title: label,
  rules: z.array(normRule).min(1).max(20),
  source,
});
export type Norm = z.infer<typeof norm>;

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
    .array(obligationSchema.refine(isComputable, uncomputable))
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
