import type { Collection, IncidentRow, IncidentState } from './model';

/**
 * Fields that people fill with free text. They leave events sealed under the incident's key and are
 * what an erasure empties; everything else in a row is structure and stays.
 */
export const INCIDENT_TEXT = [
  'title',
  'summary',
  'demand',
  'unitName',
  'discoveredReason',
  'offlineOwner',
  'onlineOwner',
  'calmNote',
  'dismissalNote',
] as const satisfies readonly (keyof IncidentRow)[];

export const TEXT_FIELDS = {
  mentions: ['url', 'normalizedUrl', 'text', 'authorSealed'],
  reports: ['contact', 'fields', 'recipient', 'content', 'newRisks'],
  matterReports: ['content', 'reference'],
  assessments: ['facts', 'spread', 'risks'],
  gradings: ['reason'],
  categorisations: ['reason'],
  assignments: [
    'requirement',
    'points',
    'responsible',
    'liaison',
    'refuseReason',
    'answers',
    'course',
    'cause',
    'measuresTaken',
    'proposedAnswer',
    'signedByPrincipal',
    'returnReason',
    'promise',
    'promiseNote',
  ],
  measures: ['content'],
  wordings: ['title'],
  wordingVersions: ['body'],
  approvalRuns: ['releaseReason'],
  wordingRemarks: ['quote', 'content'],
  wordingCopies: ['words'],
  approvalSteps: ['note'],
  approvalDecisions: ['reason', 'wordsRead', 'denyReason', 'settleReason'],
  replies: ['signatory', 'content', 'reference', 'promise', 'callBackNote'],
  publications: ['signatory', 'url', 'stillChecking', 'place', 'attendees', 'through'],
  nonPublications: ['explanation'],
  mediaEnquiries: ['outlet', 'question', 'answer'],
  correctionLetters: ['outlet', 'articleUrl', 'wrong', 'fact', 'signatory', 'answer', 'answerUrl'],
  instructions: ['number', 'issuer', 'content', 'answer', 'answerReference'],
  consultations: ['attendees', 'decisions', 'minutesNumber'],
  accountability: ['body', 'number', 'content', 'answer'],
  referrals: ['recipient', 'content', 'answer'],
  samples: ['note'],
  reviews: ['course', 'timeliness', 'causeNote', 'effect', 'lessons', 'planChanges'],
  correctiveActions: ['content', 'owner', 'doneNote'],
  deadlines: ['extendReason', 'explainedReason', 'pauseReason'],
  escalations: [],
  evidence: ['fileName', 'about'],
  notes: ['content'],
  recusals: ['reason'],
  platformNotices: ['url', 'legalBasis', 'confirmation', 'refuseReason', 'reference', 'answer'],
  posterActions: ['statement', 'article', 'harm', 'legalOpinion', 'refuseReason', 'reference'],
  textFlags: ['excerpt'],
  holds: ['reason', 'liftReason'],
  standIns: [],
  taskforces: ['name', 'tasks', 'dissolveReason'],
} as const satisfies {
  [C in Collection]: readonly (keyof IncidentState[C][number])[];
};

export type TextField<C extends Collection> = (typeof TEXT_FIELDS)[C][number];
