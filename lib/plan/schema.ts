import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { CLOCKS, DUE_UNITS, findDueRuleProblem } from '@/lib/calendar';
import { CATEGORIES, MEDIA_TIERS } from '@/lib/incident/keys';
import { criterionSchema } from './criteria';

const key = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const label = z.strictObject({ zh: z.string().min(1).max(400), en: z.string().min(1).max(800) });
export type Label = z.infer<typeof label>;

const source = z.strictObject({
  document: z.string().min(1).max(80),
  section: z.string().max(80).optional(),
  line: z.string().max(40),
  quote: z.string().max(400).optional(),
});

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

/** An empty or absent list means no restriction. */
const filter = z.strictObject({
  grades: z.array(key).optional(),
  scales: z.record(key, z.array(key)).optional(),
  eventGrades: z.array(key).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  difficulty: z.enum(['simple', 'hard']).optional(),
  urgentOnly: z.boolean().optional(),
  harm: z.strictObject({ deaths: z.int().optional(), injured: z.int().optional() }).optional(),
  people: z.strictObject({ atLeast: z.int() }).optional(),
});
export type PlanFilter = z.infer<typeof filter>;

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

const timeRule = z.strictObject(amount);

/** A time rule the calendar can compute: units that fit the clock, whole days, times where named. */
const isComputable = ({ at, on, times, ...rule }: z.output<typeof timeRule>): boolean =>
  findDueRuleProblem({
    ...rule,
    ...(at === undefined ? {} : { at }),
    ...(on === undefined ? {} : { on }),
    ...(times === undefined ? {} : { times }),
  }) === null;

const uncomputable = { message: 'No due time can be computed from this', path: ['amount'] };

/** A pattern of events: the type and the payload fields that must match. */
const pattern = z.strictObject({
  event: z.string().max(60),
  where: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])).optional(),
});
export type EventPattern = z.infer<typeof pattern>;

export const obligationSchema = z.strictObject({
  /** Unique in the plan; several rules may share one key (4 h and 2 h of the same report). */
  rule: key,
  key,
  title: label,
  start: z.enum(START_EVENTS),
  ...amount,
  when: filter,
  target: z.enum(['citizen', 'public', 'superior', 'leader', 'office', 'group', 'authority']),
  recipient: label.optional(),
  owner: z.enum(ROLES),
  metBy: z.array(pattern),
  /** The figure beyond which no extension goes. */
  hardMax: timeRule.refine(isComputable, uncomputable).optional(),
  extendable: z.boolean().default(false),
  pausable: z.boolean().default(false),
  /** The words of the source where it names no figure. */
  originalWords: label.optional(),
  filledByUnit: z.boolean().default(false),
  source,
});
export type Obligation = z.infer<typeof obligationSchema>;

const level = z.strictObject({
  key,
  label,
  rank: z.int().min(0).max(20),
  criteria: criterionSchema.nullable(),
  commandedBy: label.optional(),
  deciders: z.array(z.enum(ROLES)),
  note: label.optional(),
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

const step = z.strictObject({
  key,
  label,
  role: z.enum([...ROLES, 'group']),
  mode: z.enum(['any', 'quorum']),
  needed: z.union([z.literal('majority'), z.int().min(1)]).default(1),
  signedMinutesAllowed: z.boolean().default(false),
});

const chain = z.strictObject({
  key,
  label,
  objects: z.array(
    z.enum(['reply', 'publication', 'internal_line', 'response_plan', 'website_article']),
  ),
  grades: z.array(key).optional(),
  categories: z.array(z.enum(CATEGORIES)).optional(),
  steps: z.array(step).min(1),
  source,
});
export type ApprovalChain = z.infer<typeof chain>;

const reportingLine = z.strictObject({
  key,
  label,
  target: z.enum(['leader', 'superior', 'authority']),
  when: filter,
  simultaneous: z.boolean().default(false),
  source,
});

const calm = z.strictObject({
  tests: z.array(
    z.strictObject({ key: z.enum(['handled', 'media_gone', 'mood_calm', 'counts_flat']), label }),
  ),
  /** Null = not named by the source; `watchHours` is then the unit's own figure. */
  watchHours: z.number().positive().nullable(),
  flatWithin: z.number().min(0).max(1),
  filledByUnit: z.boolean().default(false),
  source,
});

const escalationStep = z.strictObject({
  /** Minutes from the due time; negative = before it. */
  atMinutes: z.int(),
  /** Only when the time limit was at least this long, so that short limits are not all reminders. */
  minTotalMinutes: z.int().optional(),
  to: z
    .array(z.enum(['owner', 'duty_officer', 'office', 'duty_leader', 'deputy', 'leader']))
    .min(1),
  nightFirst: z.enum(['duty_leader']).optional(),
});
export type EscalationStep = z.infer<typeof escalationStep>;

export const planSchema = z.strictObject({
  formatVersion: z.literal(1),
  key,
  title: label,
  institution: label,
  summary: label,
  levels: z.array(level),
  scales: z.array(scale),
  categories: z.array(z.strictObject({ key: z.enum(CATEGORIES), label, handling: label })),
  obligations: z
    .array(obligationSchema.refine(isComputable, uncomputable))
    .max(500)
    .refine((rules) => new Set(rules.map((one) => one.rule)).size === rules.length, {
      message: 'Every rule has its own name',
    }),
  chains: z.array(chain).max(100),
  reporting: z.array(reportingLine).max(100),
  escalation: z.array(escalationStep).min(1).max(40),
  calm,
  closing: z.strictObject({ requires: z.array(z.string()), label, source }),
  review: z.strictObject({ required: z.boolean(), label, source }),
  patrols: z.array(
    z.strictObject({ key, label, timesPerDay: z.int(), at: z.array(z.string()), source }),
  ),
  flags: z.array(
    z.strictObject({
      code: z.enum(['TRUNC', 'REDACTED', 'INCONS']),
      where: z.string(),
      note: label,
    }),
  ),
  /** Practices of the source that are left out on purpose. */
  dropped: z.array(z.strictObject({ note: label, source })),
  mediaTiers: z.array(z.enum(MEDIA_TIERS)).optional(),
  source,
});
export type ResponsePlan = z.infer<typeof planSchema>;
/** A plan as people write it, before defaults are filled in. */
export type ResponsePlanInput = z.input<typeof planSchema>;
