import { z } from 'zod';
import { ROLES } from '@/lib/access/roles';
import { CLOCKS, DUE_UNITS, findDueRuleProblem } from '@/lib/calendar';
import { CATEGORIES, GRADES } from '@/lib/incident/keys';
import { CIRCUMSTANCES } from './criteria';
import { key, label, modifiedByUnit, source } from './schema-parts';

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
export const filter = z.strictObject({
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
const MET_BY_EVENTS = [
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

const obligationSchema = z.strictObject({
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

/** A duty whose due time the calendar can compute. */
export const computableObligation = obligationSchema.refine(isComputable, uncomputable);

/** A rule of a norm above the plans, kept with the version it was pinned to. */
const normRule = obligationSchema
  .safeExtend({
    /** Duties of a plan that this rule makes stricter; its own key always belongs to them. */
    sharpens: z.array(key).max(20).default([]),
  })
  .refine(isComputable, uncomputable);
export type NormRule = z.infer<typeof normRule>;

export const norm = z.strictObject({
  key,
  title: label,
  rules: z.array(normRule).min(1).max(20),
  source,
});
export type Norm = z.infer<typeof norm>;
