import { z } from 'zod';
import type { ResponsePlan } from '@/lib/plan/schema';
import { isOwed, oweAcceptance, oweFeedback } from '../assignment-limits';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalId, optionalInstant, optionalText, text } from '../input';
import { ASSIGNMENT_KINDS } from '../keys';
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
    const other = decision.state.assignments.some(
      (one) => one.isLead && one.state !== 'refused' && one.unitId !== leadUnitId,
    );
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
  /** Until when the unit accepts it or refuses it with a reason. */
  acceptDueAt: optionalInstant,
  /** 协办: units that help, each with a sheet of its own. */
  helperUnitIds: z.array(id).max(20).default([]),
});
type AssignInput = z.output<typeof assignInput>;

export const assign = command({
  input: assignInput,
  offered: whileOpen,
  decide(decision, input) {
    const { incident, state, now, context } = decision;
    for (const unitId of [input.unitId, ...input.helperUnitIds]) requireUnit(decision, unitId);
    // 首问负责制: one lead unit always, helpers beside it.
    const lead = state.assignments.find((one) => one.isLead && one.state !== 'refused');
    const refused = state.assignments.some(
      (one) => one.isLead && one.state === 'refused' && one.unitId === incident.leadUnitId,
    );
    const planned = refused && !lead ? null : incident.leadUnitId;
    const leading = planned ?? lead?.unitId ?? input.unitId;
    decision.refuseIf(input.isLead && leading !== input.unitId, 'one_lead_unit');
    for (const due of [input.dueAt, input.acceptDueAt]) {
      decision.refuseIf(due !== null && due <= now, 'extension_not_later');
    }
    const isUnnamed = input.responsible === null || input.liaison === null;
    const missing = input.responsible === null ? 'responsible' : 'liaison';
    decision.refuseIf(isUnnamed && asksForNames(context.plan), 'names_needed', { field: missing });
    issue(decision, input, input.unitId, input.isLead);
    const helpers = new Set(input.helperUnitIds);
    helpers.delete(input.unitId);
    for (const unitId of helpers) issue(decision, input, unitId, false);
  },
});

/** The plan's own contact sheet names one responsible person and one liaison. */
export const asksForNames = ({ documents }: Pick<ResponsePlan, 'documents'>): boolean =>
  documents.some(
    ({ key, fields }) =>
      key === 'order' &&
      fields.some((one) => one.zh.includes('负责人') || one.zh.includes('联络员')),
  );

function issue(decision: Decision, input: AssignInput, unitId: string, isLead: boolean): void {
  const { incident, state, now, context } = decision;
  const assignmentId = decision.newId();
  const orgId = context.directory.units.find((one) => one.id === unitId)?.orgId;
  decision.emit('assignment.issued', {
    id: assignmentId,
    number: `${incident.number}-L${state.assignments.length + 1}`,
    kind: input.kind,
    unitId,
    toOrgId: orgId && orgId !== incident.orgId ? orgId : null,
    isLead,
    urgency: input.urgency,
    dueAt: input.dueAt,
    acceptDueAt: input.acceptDueAt,
    state: 'issued',
    issuedBy: decision.me,
    issuedAt: now,
    ...UNANSWERED,
    text: {
      requirement: input.requirement,
      points: input.points,
      responsible: input.responsible,
      liaison: input.liaison,
      refuseReason: null,
      answers: null,
      course: null,
      cause: null,
      measuresTaken: null,
      proposedAnswer: null,
      signedByPrincipal: null,
      returnReason: null,
      promise: null,
      promiseNote: null,
    },
  });
  const assignment = decision.find('assignments', assignmentId);
  oweFeedback(decision, assignment, input.dueAt);
  oweAcceptance(decision, assignment, input.acceptDueAt);
}

const UNANSWERED = {
  acceptedBy: null,
  acceptedAt: null,
  refusedBy: null,
  refusedAt: null,
  finding: null,
  signerIds: null,
  signedBy: null,
  signedAt: null,
  signatureEvidenceId: null,
  writtenAt: null,
  fedBackBy: null,
  fedBackAt: null,
  returnedAt: null,
  settledBy: null,
  settledAt: null,
  urgedCount: 0,
  lastUrgedAt: null,
  promiseDueAt: null,
  promiseKeptAt: null,
  promiseKeptBy: null,
} as const;

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
  offered: (state) => state.assignments.some(isOwed),
  decide(decision, { assignmentId }) {
    const assignment = decision.find('assignments', assignmentId);
    decision.refuseIf(!isOwed(assignment), 'assignment_not_open');
    decision.emit('assignment.urged', {
      id: assignment.id,
      urgedCount: assignment.urgedCount + 1,
      lastUrgedAt: decision.now,
    });
  },
});
