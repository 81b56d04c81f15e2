import { add, amend, amended, type Evolvers, patch } from './evolve-rows';

/** Fields that assignments recorded before points were answered one by one do not have. */
const SINCE_POINTS = {
  toOrgId: null,
  acceptDueAt: null,
  refusedBy: null,
  refusedAt: null,
  signerIds: null,
  signedBy: null,
  signedAt: null,
  signatureEvidenceId: null,
  writtenAt: null,
  returnedAt: null,
  promiseDueAt: null,
  promiseKeptAt: null,
  promiseKeptBy: null,
} as const;

/** Orders to units and what comes back. */
export const ASSIGNMENT_EVOLVERS = {
  'assignment.issued': (state, payload) => {
    const next = add(state, 'assignments', { ...SINCE_POINTS, ...payload });
    // A lead unit that refused gives way to the next one.
    const isNewLead = payload.isLead && state.incident.leadUnitId !== null;
    return isNewLead ? patch(next, { leadUnitId: payload.unitId }) : next;
  },
  'assignment.accepted': amended('assignments', { state: 'accepted' }),
  'assignment.refused': amended('assignments', { state: 'refused' }),
  'assignment.feedback_written': amended('assignments', {
    state: 'to_sign',
    signatureEvidenceId: null,
  }),
  'assignment.feedback_signed': amended('assignments', { state: 'fed_back', signerIds: null }),
  'assignment.fed_back': amended('assignments', { state: 'fed_back', signerIds: null }),
  'assignment.returned': (state, payload) =>
    amend(state, 'assignments', payload.id, {
      ...payload,
      state: 'returned',
      finding: null,
      fedBackAt: null,
      signerIds: null,
      signedBy: null,
      signedAt: null,
    }),
  'assignment.settled': amended('assignments', { state: 'settled' }),
  'assignment.urged': amended('assignments'),
  'promise.kept': amended('assignments'),
} satisfies Evolvers;
