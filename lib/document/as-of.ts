import type { Instant } from '@/lib/calendar/instant';
import type { Collection, IncidentState } from '@/lib/incident/model';

/** The field of each row that says when it came to be. */
const CAME_AT: Partial<Record<Collection, string>> = {
  mentions: 'linkedAt',
  reports: 'sentAt',
  matterReports: 'reportedAt',
  assessments: 'assessedAt',
  gradings: 'decidedAt',
  categorisations: 'proposedAt',
  assignments: 'issuedAt',
  wordings: 'createdAt',
  wordingVersions: 'createdAt',
  approvalRuns: 'submittedAt',
  approvalDecisions: 'decidedAt',
  replies: 'repliedAt',
  publications: 'publishedAt',
  nonPublications: 'proposedAt',
  mediaEnquiries: 'receivedAt',
  correctionLetters: 'sentAt',
  samples: 'sampledAt',
  reviews: 'writtenAt',
  correctiveActions: 'addedAt',
  deadlines: 'startedAt',
  escalations: 'firedAt',
  evidence: 'attachedAt',
  notes: 'writtenAt',
  instructions: 'recordedAt',
  consultations: 'recordedAt',
  referrals: 'requestedAt',
  taskforces: 'formedAt',
  standIns: 'usedAt',
};

/**
 * What was on record at a moment, for documents of a report that went out then: rows that came
 * later are left out, and what later acts added to earlier rows is taken back.
 */
export function stateAsOf(state: IncidentState, at: Instant): IncidentState {
  const kept = Object.entries(state).map(([name, rows]) => {
    const field = CAME_AT[name as Collection];
    if (!field || !Array.isArray(rows)) return [name, rows];
    return [name, rows.filter((row) => !(String(row[field] ?? '') > at))];
  });
  const then = Object.fromEntries(kept) as IncidentState;
  const { incident } = state;
  const until = <T>(moment: Instant | null, value: T): T | null =>
    moment !== null && moment <= at ? value : null;
  /** Rows whose answer came later stand unanswered. */
  const unanswered = <T extends { answeredAt: Instant | null }>(
    rows: readonly T[],
    none: Partial<T>,
  ) =>
    rows.map((row) => (row.answeredAt !== null && row.answeredAt > at ? { ...row, ...none } : row));
  const NO_ANSWER = { answer: null, answeredBy: null, answeredAt: null };
  const decided = then.gradings.findLast((one) => one.kind !== 'provisional');
  const provisional = then.gradings.findLast((one) => one.kind === 'provisional');
  return {
    ...then,
    instructions: unanswered(then.instructions, NO_ANSWER),
    mediaEnquiries: unanswered(then.mediaEnquiries, NO_ANSWER),
    correctionLetters: unanswered(then.correctionLetters, { ...NO_ANSWER, outcome: null }),
    measures: state.measures
      .filter((one) => (one.plannedAt ?? one.recordedAt) <= at)
      .map((one) => (one.recordedAt > at ? { ...one, takenAt: null } : one)),
    reports: then.reports.map((one) =>
      one.acknowledgedAt !== null && one.acknowledgedAt > at
        ? { ...one, acknowledgedBy: null, acknowledgedAt: null }
        : one,
    ),
    incident: {
      ...incident,
      opinionGrade: decided?.opinionGrade ?? null,
      provisionalGrade: provisional?.opinionGrade ?? null,
      proposedGrade: then.assessments.at(-1)?.proposedGrade ?? null,
      activatedAt: until(incident.activatedAt, incident.activatedAt),
      calmAt: until(incident.calmAt, incident.calmAt),
      resolvedAt: until(incident.resolvedAt, incident.resolvedAt),
      closedAt: until(incident.closedAt, incident.closedAt),
    },
    assignments: then.assignments.map((one) =>
      one.fedBackAt !== null && one.fedBackAt > at
        ? {
            ...one,
            finding: null,
            answers: null,
            signedBy: null,
            signedAt: null,
            signatureEvidenceId: null,
            course: null,
            cause: null,
            measuresTaken: null,
            proposedAnswer: null,
            signedByPrincipal: null,
            fedBackBy: null,
            fedBackAt: null,
          }
        : one,
    ),
  };
}
