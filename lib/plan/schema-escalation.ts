import { z } from 'zod';
import { key, label } from './schema-parts';

/** Whom a step can name without naming anybody: by role, by duty, the body above. */
export const ESCALATION_ROLES = [
  'owner',
  'duty_officer',
  'duty_backup',
  'duty_leader',
  'office',
  'deputy',
  'leader',
  'spokesperson',
  'member',
  /** The officer on duty and the office of the institution above, once it was reported up. */
  'above_officer',
  'above_office',
] as const;
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

/** Seats of a leadership group. */
export const GROUP_DUTIES = [
  'leader',
  'deputy',
  'member',
  'office',
  'liaison',
  'spokesperson',
] as const;

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const DUTY = GROUP_DUTIES.join('|');

/** `person:ID`, `group:ID`, `group:ID:deputy`, or `seats:deputy` for that duty in every group. */
export const NAMED_TARGET = new RegExp(
  `^(?:person:${UUID}|group:${UUID}(?::(?:${DUTY}))?|seats:(?:${DUTY}))$`,
);

export const escalationTarget = z.union([
  z.enum(ESCALATION_ROLES),
  z.string().max(80).regex(NAMED_TARGET),
]);
export type EscalationTarget = z.infer<typeof escalationTarget>;

/** The kind of a target, for words: roles and duties are their own, `person:…` is `person`. */
export const targetKind = (target: EscalationTarget): string => target.split(':')[0] ?? target;

const targets = z.array(escalationTarget).min(1).max(20);

export const escalationStep = z.strictObject({
  /** Minutes from the due time; negative = before it. */
  atMinutes: z.int(),
  /** Only when the time limit was at least this long, so that short limits are not all reminders. */
  minTotalMinutes: z.int().optional(),
  to: targets,
  nightFirst: z.enum(['duty_leader']).optional(),
  /** The same people again until somebody acknowledges; bounded. */
  repeat: z
    .strictObject({ everyMinutes: z.int().min(5).max(1440), times: z.int().min(1).max(20) })
    .optional(),
  /** Told when the step reaches nobody, before the final leader is. */
  fallback: targets.optional(),
});
export type EscalationStep = z.infer<typeof escalationStep>;

/** Steps for some levels or duties only; an empty list means all of them. */
export const escalationPolicy = z.strictObject({
  key,
  label,
  grades: z.array(key).max(20).default([]),
  /** Duties, by their key or by one rule of them. */
  obligations: z.array(key).max(100).default([]),
  escalation: z.array(escalationStep).min(1).max(40),
});
export type EscalationPolicy = z.infer<typeof escalationPolicy>;

/** Who is told when a step reaches nobody; the leader where a plan names nobody. */
export const escalationFinal = targets;
