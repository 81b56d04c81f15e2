import { z } from 'zod';
import {
  cancelOwed,
  isOwed,
  isPromised,
  meetAcceptance,
  meetPromise,
  oweFeedback,
  owePromise,
} from '../assignment-limits';
import type { Actor } from '../context';
import type { Decision } from '../decision';
import { command } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { FINDINGS } from '../keys';
import type { AssignmentRow } from '../model';
import { pointAnswers, unansweredPoints } from '../point-answers';
import { principalsOf } from '../principals';
import { checkMoment } from './reporting';

/** Who answers for an institution, whichever of its units an order came to. */
const IN_CHARGE: readonly string[] = ['office', 'deputy', 'leader'];

/** Whether the assignment is this person's to answer: their unit's, or their institution's. */
export function isTheirs(
  { unitId, toOrgId }: Pick<AssignmentRow, 'unitId' | 'toOrgId'>,
  actor: Pick<Actor, 'unitId' | 'orgId' | 'roles'>,
): boolean {
  if (actor.unitId !== null && unitId === actor.unitId) return true;
  const answersFor = toOrgId !== null && toOrgId === actor.orgId;
  return answersFor && actor.roles.some((role) => IN_CHARGE.includes(role));
}

function findTheirs(decision: Decision, assignmentId: string): AssignmentRow {
  const assignment = decision.find('assignments', assignmentId);
  decision.refuseIf(!isTheirs(assignment, decision.context.actor), 'not_your_unit');
  return assignment;
}

export const acceptAssignment = command({
  input: z.strictObject({ assignmentId: id }),
  offered: (state, actor) =>
    state.assignments.some((one) => one.state === 'issued' && isTheirs(one, actor)),
  decide(decision, { assignmentId }) {
    const assignment = findTheirs(decision, assignmentId);
    decision.refuseIf(assignment.state !== 'issued', 'assignment_not_open');
    decision.emit('assignment.accepted', {
      id: assignment.id,
      acceptedBy: decision.me,
      acceptedAt: decision.now,
    });
    meetAcceptance(decision, assignment);
  },
});

/**
 * 不属本单位职责: before it was accepted and within the limit for that, back to the office, which
 * gives it to another unit. What was asked and why it was refused stay on record.
 */
export const refuseAssignment = command({
  input: z.strictObject({ assignmentId: id, reason: text(1000) }),
  offered: (state, actor) =>
    state.assignments.some((one) => one.state === 'issued' && isTheirs(one, actor)),
  decide(decision, { assignmentId, reason }) {
    const assignment = findTheirs(decision, assignmentId);
    decision.refuseIf(assignment.state !== 'issued', 'assignment_not_open');
    const { acceptDueAt } = assignment;
    decision.refuseIf(acceptDueAt !== null && acceptDueAt < decision.now, 'acceptance_over');
    decision.emit('assignment.refused', {
      id: assignment.id,
      refusedBy: decision.me,
      refusedAt: decision.now,
      text: { refuseReason: reason },
    });
    meetAcceptance(decision, assignment);
    cancelOwed(decision, assignment);
  },
});

/**
 * What the unit found, point by point. It comes back to the office only with the signature of the
 * unit's principal: on paper with its scan, by the principal's own hand here, or, where neither is
 * at hand, once a principal has signed what waits for them.
 */
export const feedBack = command({
  input: z.strictObject({
    assignmentId: id,
    finding: z.enum(FINDINGS),
    answers: pointAnswers,
    /** The whole course; needed where the assignment lists no points. */
    course: optionalText(10_000),
    cause: optionalText(5000),
    measuresTaken: optionalText(5000),
    proposedAnswer: optionalText(5000),
    /** What the unit promised the citizen, and until when. */
    promise: optionalText(1000),
    promiseDueAt: optionalInstant,
    /** Name of the principal who signed on paper. */
    signedByPrincipal: optionalText(60),
    /** The scan of the signed sheet, among this incident's evidence. */
    signatureEvidenceId: optionalId,
  }),
  offered: (state, actor) => state.assignments.some((one) => isOwed(one) && isTheirs(one, actor)),
  decide(
    decision,
    { assignmentId, finding, signatureEvidenceId, promise, promiseDueAt, ...content },
  ) {
    const assignment = findTheirs(decision, assignmentId);
    decision.refuseIf(!isOwed(assignment), 'assignment_not_open');
    const open = unansweredPoints(assignment.points ?? [], content.answers);
    decision.refuseIf(open.length > 0, 'points_unanswered', { points: open.join('、') });
    const isBare = (assignment.points ?? []).length === 0 && content.course === null;
    decision.refuseIf(isBare, 'reason_needed', { field: 'course' });
    for (const one of content.answers) {
      for (const evidenceId of one.evidenceIds) decision.find('evidence', evidenceId);
    }
    const half = promise === null ? promiseDueAt !== null : promiseDueAt === null;
    decision.refuseIf(half, 'reason_needed', {
      field: promise === null ? 'promise' : 'promiseDueAt',
    });
    const isPast = promiseDueAt !== null && promiseDueAt <= decision.now;
    decision.refuseIf(isPast, 'extension_not_later');
    const isNew = promise !== null && !isPromised(decision, assignment);
    const promised = isNew ? { promiseDueAt } : {};
    const words = isNew ? { ...content, promise } : content;
    const written = { id: assignment.id, finding, fedBackBy: decision.me };
    const signerIds = principalsOf(decision.context.directory, assignment);
    const signsHere = signatureEvidenceId === null && signerIds.includes(decision.me);
    meetAcceptance(decision, assignment);
    if (!signsHere && signatureEvidenceId === null) {
      const isPaper = content.signedByPrincipal !== null || signerIds.length === 0;
      decision.refuseIf(isPaper, 'principal_signature_needed', { field: 'signatureEvidenceId' });
      decision.emit('assignment.feedback_written', {
        ...written,
        writtenAt: decision.now,
        signerIds,
        ...promised,
        text: words,
      });
      return;
    }
    if (signatureEvidenceId !== null) {
      decision.find('evidence', signatureEvidenceId);
      const isUnnamed = content.signedByPrincipal === null;
      decision.refuseIf(isUnnamed, 'reason_needed', { field: 'signedByPrincipal' });
    }
    decision.emit('assignment.fed_back', {
      ...written,
      fedBackAt: decision.now,
      signedBy: signsHere ? decision.me : null,
      signedAt: signsHere ? decision.now : null,
      signatureEvidenceId,
      ...promised,
      text: {
        ...words,
        signedByPrincipal: content.signedByPrincipal ?? nameOf(decision, decision.me),
      },
    });
    if (isNew) owePromise(decision, assignment, promiseDueAt);
  },
});

const nameOf = ({ context }: Decision, personId: string): string | null =>
  context.directory.people.find((one) => one.id === personId)?.name ?? null;

/** Whether this person is one of those whose signature it waits for. */
export const waitsFor = (one: AssignmentRow, personId: string): boolean =>
  one.state === 'to_sign' && (one.signerIds?.includes(personId) ?? false);

/** 主要负责人签署 in the system: what was written returns to the office with this signature. */
export const signFeedback = command({
  input: z.strictObject({ assignmentId: id }),
  offered: (state, actor) => state.assignments.some((one) => waitsFor(one, actor.id)),
  decide(decision, { assignmentId }) {
    const assignment = decision.find('assignments', assignmentId);
    decision.refuseIf(assignment.state !== 'to_sign', 'assignment_not_open');
    decision.refuseIf(!waitsFor(assignment, decision.me), 'principal_signature_needed');
    decision.emit('assignment.feedback_signed', {
      id: assignment.id,
      signedBy: decision.me,
      signedAt: decision.now,
      fedBackAt: decision.now,
      text: { signedByPrincipal: nameOf(decision, decision.me) },
    });
    const { promiseDueAt, promiseKeptAt } = assignment;
    if (!promiseKeptAt && !isPromised(decision, assignment)) {
      owePromise(decision, assignment, promiseDueAt);
    }
  },
});

/** 退回重办: by the office that asked, or by the principal who will not sign it so. */
export const returnFeedback = command({
  input: z.strictObject({ assignmentId: id, reason: text(1000), dueAt: optionalInstant }),
  offered: (state, actor) =>
    state.assignments.some(
      (one) => mayReturn(one, actor, state.incident.orgId) || waitsFor(one, actor.id),
    ),
  decide(decision, { assignmentId, reason, dueAt }) {
    const { actor } = decision.context;
    const assignment = decision.find('assignments', assignmentId);
    const isOpen = assignment.state === 'fed_back' || assignment.state === 'to_sign';
    decision.refuseIf(!isOpen, 'assignment_not_open');
    const may =
      mayReturn(assignment, actor, decision.incident.orgId) || waitsFor(assignment, actor.id);
    decision.refuseIf(!may, 'not_your_unit');
    decision.refuseIf(dueAt !== null && dueAt <= decision.now, 'extension_not_later');
    decision.emit('assignment.returned', {
      id: assignment.id,
      returnedAt: decision.now,
      ...(dueAt ? { dueAt } : {}),
      text: { returnReason: reason },
    });
    // What a principal would not sign never came back, and is still owed.
    if (assignment.state === 'fed_back') {
      oweFeedback(decision, assignment, dueAt ?? assignment.dueAt);
    }
  },
});

function mayReturn(one: AssignmentRow, actor: Actor, orgId: string): boolean {
  const asked = actor.orgId === orgId && actor.roles.includes('office');
  return one.state === 'fed_back' && asked;
}

/** 兑现承诺: what the citizen was promised has been done; kept in time or late, on record for ever. */
export const keepPromise = command({
  input: z.strictObject({ assignmentId: id, note: text(1000), keptAt: optionalInstant }),
  offered: (state, actor) =>
    state.assignments.some(
      (one) =>
        isPromiseOpen(one) && (isTheirs(one, actor) || isOffice(actor, state.incident.orgId)),
    ),
  decide(decision, { assignmentId, note, keptAt }) {
    const { actor } = decision.context;
    const assignment = decision.find('assignments', assignmentId);
    const may = isTheirs(assignment, actor) || isOffice(actor, decision.incident.orgId);
    decision.refuseIf(!may, 'not_your_unit');
    decision.refuseIf(!isPromiseOpen(assignment), 'assignment_not_open');
    const moment = checkMoment(decision, keptAt);
    decision.emit('promise.kept', {
      id: assignment.id,
      promiseKeptAt: moment,
      promiseKeptBy: decision.me,
      text: { promiseNote: note },
    });
    meetPromise(decision, assignment, moment);
  },
});

/** Promised to the citizen in feedback that came back, and not yet kept. */
export const isPromiseOpen = (one: AssignmentRow): boolean =>
  one.promiseDueAt !== null && one.promiseKeptAt === null && one.state !== 'to_sign';

const isOffice = (actor: Actor, orgId: string): boolean =>
  actor.orgId === orgId && actor.roles.includes('office');
