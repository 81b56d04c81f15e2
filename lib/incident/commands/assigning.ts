import { z } from 'zod';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { ASSIGNMENT_KINDS, FINDINGS } from '../keys';
import type { AssignmentRow } from '../model';
import { openAgreedDeadline } from '../opening';
import { actingMark, mayActFor } from '../stand-in';
import { holdsRole, requireUnit } from './duties';

export const activateInput = z.strictObject({
  leadUnitId: id,
  offlineOwner: text(120),
  onlineOwner: text(120),
});

export const activate = command({
  input: activateInput,
  offered: (state) => whileOpen(state) && state.incident.activatedAt === null,
  decide(decision, { leadUnitId, offlineOwner, onlineOwner }) {
    decision.refuseIf(decision.incident.activatedAt !== null, 'already_decided');
    requireUnit(decision, leadUnitId);
    const other = decision.state.assignments.some((one) => one.isLead && one.unitId !== leadUnitId);
    decision.refuseIf(other, 'one_lead_unit');
    const acts =
      !holdsRole(decision, ['office', 'deputy', 'leader']) &&
      mayActFor(decision.me, 'activate', decision.state, decision.context);
    decision.emit('plan.activated', {
      leadUnitId,
      ...(acts ? { standIn: actingMark(decision) } : {}),
      text: { offlineOwner, onlineOwner },
    });
  },
});

export const assignInput = z.strictObject({
  unitId: id,
  kind: z.enum(ASSIGNMENT_KINDS).default('verify'),
  isLead: z.boolean().default(true),
  urgency: z.enum(['normal', 'urgent', 'very_urgent']).default('urgent'),
  requirement: text(5000),
  points: z.array(text(500)).max(30).default([]),
  responsible: optionalText(60),
  liaison: optionalText(60),
  dueAt: optionalInstant,
});

export const assign = command({
  input: assignInput,
  offered: whileOpen,
  decide(decision, input) {
    const { incident, state, now } = decision;
    requireUnit(decision, input.unitId);
    // 首问负责制: one lead unit always, helpers beside it.
    const lead = state.assignments.find((one) => one.isLead);
    const leading = incident.leadUnitId ?? lead?.unitId ?? input.unitId;
    decision.refuseIf(input.isLead && leading !== input.unitId, 'one_lead_unit');
    decision.refuseIf(input.dueAt !== null && input.dueAt <= now, 'extension_not_later');
    const assignmentId = decision.newId();
    decision.emit('assignment.issued', {
      id: assignmentId,
      number: `${incident.number}-L${state.assignments.length + 1}`,
      kind: input.kind,
      unitId: input.unitId,
      isLead: input.isLead,
      urgency: input.urgency,
      dueAt: input.dueAt,
      state: 'issued',
      issuedBy: decision.me,
      issuedAt: now,
      acceptedBy: null,
      acceptedAt: null,
      finding: null,
      fedBackBy: null,
      fedBackAt: null,
      settledBy: null,
      settledAt: null,
      urgedCount: 0,
      lastUrgedAt: null,
      text: {
        requirement: input.requirement,
        points: input.points,
        responsible: input.responsible,
        liaison: input.liaison,
        course: null,
        cause: null,
        measuresTaken: null,
        proposedAnswer: null,
        signedByPrincipal: null,
        returnReason: null,
      },
    });
    oweFeedback(decision, decision.find('assignments', assignmentId));
  },
});

/** The date an assignment names, while it lies ahead; one that was sent back is owed again. */
function oweFeedback(decision: Decision, { id: refId, unitId, dueAt }: AssignmentRow): void {
  if (!dueAt || dueAt <= decision.now) return;
  openAgreedDeadline(decision, {
    key: 'assignment_feedback',
    basis: 'assignment',
    refId,
    ownerRole: 'handler',
    ownerUnitId: unitId,
    target: 'office',
    dueAt,
  });
}

/** The unit's own people act on its assignments; the office and leaders see to the rest. */
function requireOwnUnit(decision: Decision, assignment: AssignmentRow): void {
  const { unitId } = decision.context.actor;
  decision.refuseIf(unitId !== assignment.unitId, 'not_your_unit');
}

const mine = (one: AssignmentRow, unitId: string | null) => one.unitId === unitId;

export const acceptAssignment = command({
  input: z.strictObject({ assignmentId: id }),
  offered: (state, actor) =>
    state.assignments.some((one) => one.state === 'issued' && mine(one, actor.unitId)),
  decide(decision, { assignmentId }) {
    const assignment = decision.find('assignments', assignmentId);
    requireOwnUnit(decision, assignment);
    decision.refuseIf(assignment.state !== 'issued', 'assignment_not_open');
    decision.emit('assignment.accepted', {
      id: assignment.id,
      acceptedBy: decision.me,
      acceptedAt: decision.now,
    });
  },
});

export const feedBack = command({
  input: z.strictObject({
    assignmentId: id,
    finding: z.enum(FINDINGS),
    course: text(10_000),
    cause: optionalText(5000),
    measuresTaken: optionalText(5000),
    proposedAnswer: optionalText(5000),
    /** Name of the principal who signed the feedback. */
    signedByPrincipal: text(60),
  }),
  offered: (state, actor) => state.assignments.some((one) => isDue(one) && mine(one, actor.unitId)),
  decide(decision, { assignmentId, finding, ...content }) {
    const assignment = decision.find('assignments', assignmentId);
    requireOwnUnit(decision, assignment);
    decision.refuseIf(!isDue(assignment), 'assignment_not_open');
    decision.emit('assignment.fed_back', {
      id: assignment.id,
      finding,
      fedBackBy: decision.me,
      fedBackAt: decision.now,
      text: content,
    });
  },
});

const isDue = (one: AssignmentRow) =>
  one.state === 'issued' || one.state === 'accepted' || one.state === 'returned';

export const returnFeedback = command({
  input: z.strictObject({ assignmentId: id, reason: text(1000) }),
  offered: (state) => state.assignments.some((one) => one.state === 'fed_back'),
  decide(decision, { assignmentId, reason }) {
    const assignment = decision.find('assignments', assignmentId);
    decision.refuseIf(assignment.state !== 'fed_back', 'assignment_not_open');
    decision.emit('assignment.returned', { id: assignment.id, text: { returnReason: reason } });
    oweFeedback(decision, assignment);
  },
});

export const settleAssignment = command({
  input: z.strictObject({ assignmentId: id }),
  offered: (state) => state.assignments.some((one) => one.state === 'fed_back'),
  decide(decision, { assignmentId }) {
    const assignment = decision.find('assignments', assignmentId);
    decision.refuseIf(assignment.state !== 'fed_back', 'assignment_not_open');
    decision.emit('assignment.settled', {
      id: assignment.id,
      settledBy: decision.me,
      settledAt: decision.now,
    });
  },
});

export const urge = command({
  input: z.strictObject({ assignmentId: id }),
  offered: (state) => state.assignments.some(isDue),
  decide(decision, { assignmentId }) {
    const assignment = decision.find('assignments', assignmentId);
    decision.refuseIf(!isDue(assignment), 'assignment_not_open');
    decision.emit('assignment.urged', {
      id: assignment.id,
      urgedCount: assignment.urgedCount + 1,
      lastUrgedAt: decision.now,
    });
  },
});

export const recordMeasure = command({
  input: z.strictObject({ content: text(5000), unitId: optionalId, takenAt: optionalInstant }),
  offered: whileOpen,
  decide(decision, { content, unitId, takenAt }) {
    const moment = takenAt ?? decision.now;
    decision.refuseIf(moment > decision.now, 'instant_in_future');
    if (unitId) requireUnit(decision, unitId);
    decision.emit('measure.recorded', {
      id: decision.newId(),
      unitId,
      takenAt: moment,
      recordedBy: decision.me,
      recordedAt: decision.now,
      text: { content },
    });
  },
});
