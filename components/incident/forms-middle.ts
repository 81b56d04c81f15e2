import {
  ASSIGNMENT_KINDS,
  CONSULTATION_MEDIA,
  FINDINGS,
  INSTRUCTION_SOURCES,
  REFERRAL_KINDS,
  WORDING_KINDS,
} from '@/lib/incident/keys';
import { area, choice, hidden, moment, needed, row, text, tick, yesNo } from './form-fields';
import type { CommandForm, FormCommand } from './form-types';

/** The text a person signs, and the step they were at when they read it. */
const seenText = [
  hidden('wordingId'),
  hidden('contentHash'),
  hidden('stepId', { required: false }),
] as const;

/** Forms of handling and of texts. */
export const middleForms = {
  activate: {
    fields: [
      row('leadUnitId', 'units', needed),
      text('offlineOwner', 120, needed),
      text('onlineOwner', 120, needed),
    ],
  },
  assign: {
    fields: [
      row('unitId', 'units', needed),
      choice('kind', 'assignmentKind', ASSIGNMENT_KINDS, { ...needed, initial: 'verify' }),
      choice('urgency', 'urgency', ['normal', 'urgent', 'very_urgent'], {
        ...needed,
        initial: 'urgent',
      }),
      tick('isLead', { initial: true }),
      area('requirement', 5000, { ...needed, rows: 3 }),
      { name: 'points', kind: 'list', max: 500, rows: 5 },
      text('responsible', 60),
      text('liaison', 60),
      moment('dueAt'),
      moment('acceptDueAt'),
      row('helperUnitIds', 'units', { kind: 'multi' }),
    ],
    wide: true,
  },
  acceptAssignment: { fields: [row('assignmentId', 'ownAssignmentsIssued', needed)] },
  refuseAssignment: {
    fields: [row('assignmentId', 'ownAssignmentsIssued', needed), area('reason', 1000, needed)],
    confirm: true,
  },
  feedBack: {
    fields: [
      row('assignmentId', 'ownAssignmentsDue', needed),
      choice('finding', 'finding', FINDINGS, { kind: 'radio', ...needed }),
      { name: 'answers', kind: 'points' },
      area('course', 10_000, { rows: 3 }),
      area('cause', 5000, { rows: 2 }),
      area('measuresTaken', 5000, { rows: 2 }),
      area('proposedAnswer', 5000, { rows: 4 }),
      area('promise', 1000, { rows: 2 }),
      moment('promiseDueAt'),
      text('signedByPrincipal', 60),
      row('signatureEvidenceId', 'evidence'),
    ],
    wide: true,
  },
  keepPromise: {
    fields: [
      row('assignmentId', 'unitPromisesOpen', needed),
      area('note', 1000, needed),
      moment('keptAt'),
    ],
  },
  signFeedback: { fields: [row('assignmentId', 'assignmentsToSign', needed)], confirm: true },
  returnFeedback: {
    fields: [
      row('assignmentId', 'assignmentsReturnable', needed),
      area('reason', 1000, needed),
      moment('dueAt'),
    ],
  },
  settleAssignment: { fields: [row('assignmentId', 'assignmentsFedBack', needed)] },
  urge: { fields: [row('assignmentId', 'assignmentsDue', needed)] },
  recordMeasure: {
    fields: [
      hidden('plannedId', { required: false }),
      area('content', 5000, needed),
      row('unitId', 'units'),
      moment('takenAt'),
    ],
  },
  planMeasure: {
    fields: [area('content', 5000, needed), row('unitId', 'units'), moment('dueAt', needed)],
  },
  draftWording: {
    fields: [
      choice('kind', 'wordingKind', WORDING_KINDS, { ...needed, initial: 'statement' }),
      text('title', 200, needed),
      { name: 'body', kind: 'wording', required: true, max: 50_000, rows: 16 },
    ],
    wide: true,
  },
  reviseWording: {
    fields: [
      row('wordingId', 'wordingsMine', needed),
      { name: 'baseVersion', kind: 'hiddenNumber' },
      { name: 'body', kind: 'wording', required: true, max: 50_000, rows: 16 },
    ],
    wide: true,
  },
  submitWording: {
    fields: [
      row('wordingId', 'wordingsReady', needed),
      row('ticked', 'itemsToTick', { kind: 'multi' }),
      area('reason', 500, { rows: 2, onlyAsked: true }),
    ],
  },
  withdrawWording: {
    fields: [row('wordingId', 'wordingsLive', needed), area('reason', 500, { rows: 2 })],
    danger: true,
  },
  remarkOnWording: {
    fields: [
      hidden('wordingId'),
      hidden('contentHash'),
      { name: 'from', kind: 'hiddenNumber', required: true },
      { name: 'to', kind: 'hiddenNumber', required: true },
      area('content', 1000, { ...needed, rows: 4 }),
    ],
  },
  answerRemark: { fields: [hidden('commentId'), area('content', 1000, { ...needed, rows: 3 })] },
  settleRemark: { fields: [hidden('commentId')] },
  approve: {
    fields: [
      ...seenText,
      text('outsideReference', 200),
      area('found', 1000, { rows: 2 }),
      area('comment', 1000, { rows: 2 }),
    ],
  },
  returnWording: {
    fields: [...seenText, row('toStepId', 'stepsPassed'), area('reason', 1000, needed)],
  },
  releaseUrgently: {
    fields: [...seenText, area('reason', 1000, needed)],
    confirm: true,
    danger: true,
  },
  recordConsent: {
    fields: [
      ...seenText,
      row('personId', 'stepSigners', needed),
      moment('agreedAt'),
      area('wordsRead', 5000, { ...needed, rows: 4 }),
      text('outsideReference', 200),
    ],
  },
  countersignConsent: { fields: [row('decisionId', 'consentsOwed', needed)] },
  denyConsent: {
    fields: [row('decisionId', 'consentsOwed', needed), area('reason', 1000, needed)],
    danger: true,
  },
  settleDenial: {
    fields: [row('decisionId', 'denialsOpen', needed), area('reason', 1000, needed)],
    confirm: true,
  },
  recordMinutes: {
    fields: [
      ...seenText,
      moment('heldAt'),
      row('presentIds', 'stepVoters', { kind: 'multi', ...needed }),
      text('minutesNumber', 120),
      area('decision', 5000, { ...needed, rows: 4 }),
      row('evidenceId', 'evidence', needed),
    ],
    wide: true,
  },
  objectMinutes: {
    fields: [row('stepId', 'minutedSteps', needed), area('reason', 1000, needed)],
  },
  recordInstruction: {
    fields: [
      choice('source', 'instructionSource', INSTRUCTION_SOURCES, {
        ...needed,
        initial: 'superior',
      }),
      text('number', 120),
      text('issuer', 120, needed),
      area('content', 5000, { ...needed, rows: 4 }),
      moment('receivedAt'),
      moment('dueAt'),
      tick('replyOwed', { initial: true }),
    ],
    wide: true,
  },
  answerInstruction: {
    fields: [
      row('instructionId', 'instructionsOpen', needed),
      area('answer', 10_000, { ...needed, rows: 5 }),
      text('answerReference', 120),
    ],
    wide: true,
  },
  recordConsultation: {
    fields: [
      choice('medium', 'consultationMedium', CONSULTATION_MEDIA, { ...needed, initial: 'meeting' }),
      moment('heldAt'),
      area('attendees', 1000, { ...needed, rows: 2 }),
      area('decisions', 10_000, { ...needed, rows: 5 }),
      text('minutesNumber', 120),
    ],
    wide: true,
  },
  handOverAccountability: {
    fields: [
      text('body', 120, needed),
      text('number', 120, needed),
      area('content', 5000, { ...needed, rows: 4 }),
      moment('handedAt'),
    ],
    confirm: true,
  },
  answerAccountability: {
    fields: [row('accountabilityId', 'accountabilityOpen', needed), area('answer', 2000, needed)],
  },
  refer: {
    fields: [
      choice('kind', 'referralKind', REFERRAL_KINDS, { kind: 'radio', ...needed }),
      text('recipient', 120),
      area('content', 5000, { ...needed, rows: 4 }),
    ],
    confirm: true,
  },
  answerReferral: {
    fields: [
      row('referralId', 'referralsOpen', needed),
      yesNo('accepts', needed),
      area('answer', 2000, needed),
    ],
    confirm: true,
  },
} as const satisfies Partial<Record<FormCommand, CommandForm>>;
