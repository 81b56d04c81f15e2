import { add, amend, amended, type Evolvers, patch } from './evolve-rows';

/** Fields that escalations recorded before there were policies do not have. */
const SINCE_POLICIES = { standIns: null, fallback: null, failures: null } as const;

/** A limit whose clock does not stand still. */
const RUNNING = { pausedAt: null, resumesAt: null, pausedBy: null } as const;

/** Time limits, their clocks and whom they told. */
export const LIMIT_EVOLVERS = {
  'deadline.opened': (state, payload) => add(state, 'deadlines', { ...payload, told: null }),
  'deadline.met': (state, payload) => {
    const deadline = state.deadlines.find((one) => one.id === payload.id);
    const after =
      deadline?.dueAt != null && payload.metAt != null && payload.metAt > deadline.dueAt;
    // Late is late for ever: an act dated back does not undo a breach on record.
    const late = after || deadline?.breachedAt != null;
    return amend(state, 'deadlines', payload.id, {
      ...payload,
      state: late ? 'late' : 'met',
      nextActionAt: null,
    });
  },
  'deadline.moved': (state, { reason: _reason, ...change }) =>
    amend(state, 'deadlines', change.id, change),
  'calendar.adopted': (state, { calendarId }) => patch(state, { calendarId }),
  'deadline.extended': (state, payload) =>
    amend(state, 'deadlines', payload.id, {
      ...payload,
      stepsDone: 0,
      told: null,
      acknowledgedAt: null,
      acknowledgedBy: null,
    }),
  'deadline.paused': amended('deadlines'),
  'deadline.resumed': (state, { text: _reason, ...change }) =>
    amend(state, 'deadlines', change.id, { ...change, ...RUNNING }),
  'deadline.explained': amended('deadlines'),
  'deadline.cancelled': amended('deadlines', {
    state: 'cancelled',
    nextActionAt: null,
    ...RUNNING,
  }),
  'deadline.breached': amended('deadlines', { state: 'breached' }),
  'escalation.fired': (state, { nextActionAt, told = null, ...row }) =>
    amend(add(state, 'escalations', { ...SINCE_POLICIES, ...row }), 'deadlines', row.deadlineId, {
      stepsDone: row.toStep + 1,
      told,
      nextActionAt,
    }),
  'escalation.replanned': (state, { grade: _grade, ...change }) =>
    amend(state, 'deadlines', change.id, change),
  'escalation.undelivered': (state, payload) => {
    const row = state.escalations.find((one) => one.id === payload.id);
    const { messageId, undeliveredTo, channel, code, recipientIds, standIns } = payload;
    const failure = { messageId, recipientId: undeliveredTo, channel, code };
    return amend(state, 'escalations', payload.id, {
      recipientIds: [...(row?.recipientIds ?? []), ...recipientIds],
      standIns: [...(row?.standIns ?? []), ...standIns],
      failures: [...(row?.failures ?? []), failure],
    });
  },
  'escalation.acknowledged': amended('deadlines'),
} satisfies Evolvers;
