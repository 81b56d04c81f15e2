import type { CalendarData } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { Decision } from './decision';
import { dueOf, dutyOf } from './duty-due';
import type { DeadlineRow } from './model';
import { withPauses } from './pausing';
import { nextActionFor } from './watching';

/**
 * Moves a pending limit of the plan to where another calendar puts it, counted from its own start.
 * Stays: what is met, cancelled or overdue; what the calendar does not touch; and a limit that the
 * new calendar would put into the past, since nobody is late for a time that was never set.
 */
export function moveToCalendar(
  decision: Decision,
  deadline: DeadlineRow,
  calendar: CalendarData,
): void {
  const { now, context } = decision;
  if (deadline.basis !== 'plan' || deadline.state !== 'open' || deadline.dueAt === null) return;
  if (deadline.dueAt <= now) return;
  const before = dueOn(decision, deadline, context.calendar);
  const after = dueOn(decision, deadline, calendar);
  if (!before || !after || isSame(before, after)) return;
  const hardMaxAt = latest(after.hardMaxAt, deadline.resumesAt);
  const dueAt = placed(deadline, before.dueAt, after.dueAt, hardMaxAt);
  if (dueAt === null || dueAt <= now) return;
  // Further off than before: what was told and answered of the old time says nothing of the new.
  const fresh =
    dueAt > deadline.dueAt
      ? { stepsDone: 0, told: null, acknowledgedAt: null, acknowledgedBy: null }
      : {};
  decision.emit('deadline.moved', {
    id: deadline.id,
    startedAt: deadline.startedAt,
    dueAt,
    hardMaxAt: latest(hardMaxAt, hardMaxAt && dueAt),
    explanation: after.explanation,
    warnings: after.warnings,
    reason: 'calendar',
    nextActionAt: nextActionFor(decision, { ...deadline, ...fresh, dueAt }),
    ...fresh,
  });
}

/** What the duty of this limit comes to on a calendar, pauses included; null without its rule. */
function dueOn(decision: Decision, deadline: DeadlineRow, calendar: CalendarData) {
  const other = new Decision(decision.state, { ...decision.context, calendar });
  const duty = dutyOf(other, deadline);
  return duty && withPauses(deadline, dueOf(other, duty, deadline.startedAt, null), calendar);
}

type Due = NonNullable<ReturnType<typeof dueOn>>;

const isSame = (a: Due, b: Due): boolean =>
  a.dueAt === b.dueAt &&
  a.hardMaxAt === b.hardMaxAt &&
  JSON.stringify(a.warnings) === JSON.stringify(b.warnings);

/**
 * Where the limit goes: to the new time where it stood at the old one. An extension stands, up to
 * the new maximum, and is never earlier than the new time itself; what a norm or another start had
 * made earlier stays earlier.
 */
function placed(
  deadline: DeadlineRow,
  old: Instant | null,
  computed: Instant | null,
  maximum: Instant | null,
): Instant | null {
  if (deadline.extendedBy) return latest(computed, earliest(deadline.dueAt, maximum));
  return deadline.dueAt === old ? computed : earliest(deadline.dueAt, computed);
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a !== null && b !== null ? (a > b ? a : b) : (a ?? b);
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  return a !== null && b !== null ? (a < b ? a : b) : (a ?? b);
}
