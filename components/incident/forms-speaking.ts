import {
  CALL_BACK_RESULTS,
  LETTER_DEMANDS,
  LETTER_OUTCOMES,
  NON_PUBLICATION_REASONS,
  PROMISE_KINDS,
  PUBLICATION_WAYS,
  REPLY_CHANNELS,
  REPLY_KINDS,
} from '@/lib/incident/keys';
import { OWN_LINE_MAX } from '@/lib/wording/copies';
import { COPY_PLATFORMS } from '@/lib/wording/platforms';
import { area, choice, hidden, moment, needed, row, text, tick } from './form-fields';
import type { CommandForm, FormCommand } from './form-types';

const MEETING = { field: 'way', is: ['conference', 'parents_meeting'] };
const THROUGH_OTHERS = ['media_release', 'superior_org', 'joint_group'];

/** Forms of what is said outside: answers, publications, the media. */
export const speakingForms = {
  reply: {
    fields: [
      choice('kind', 'replyKind', REPLY_KINDS, { kind: 'radio', ...needed, initial: 'first' }),
      choice('channel', 'replyChannel', REPLY_CHANNELS, { ...needed, initial: 'thread' }),
      row('acknowledgementKey', 'acknowledgements', {
        kind: 'radio',
        when: { field: 'kind', is: ['first'] },
      }),
      hidden('acknowledgementHash', {
        required: false,
        when: { field: 'kind', is: ['first'] },
      }),
      row('wordingId', 'approvedReplies', {
        ...needed,
        when: { field: 'kind', is: ['formal', 'result'] },
      }),
      row('accountId', 'accounts', {
        when: { field: 'channel', is: ['thread', 'ticket'] },
        ...needed,
      }),
      text('reference', 160, {
        when: { field: 'channel', is: ['in_person', 'letter', 'ticket'] },
      }),
      text('signatory', 120, needed),
      row('keepsId', 'promisesOpen'),
      moment('repliedAt'),
      moment('promisedAt'),
      choice('promiseKind', 'promiseKind', PROMISE_KINDS, { initial: 'answer' }),
      text('promise', 500),
    ],
  },
  recordCallBack: {
    fields: [
      row('replyId', 'repliesToCallBack', needed),
      choice('result', 'callBackResult', CALL_BACK_RESULTS, { kind: 'radio', ...needed }),
      area('note', 2000, { rows: 3 }),
      moment('calledAt'),
    ],
  },
  makeCopy: {
    fields: [
      hidden('wordingId'),
      choice('platform', 'copyPlatform', COPY_PLATFORMS, {
        ...needed,
        kind: 'radio',
        initial: 'weibo',
      }),
      tick('withTitle', { initial: true }),
      row('kept', 'paragraphs', { kind: 'multi', ...needed }),
      text('head', OWN_LINE_MAX),
      text('foot', OWN_LINE_MAX),
      text('link', 2000),
    ],
    wide: true,
  },
  publish: {
    fields: [
      row('wordingId', 'approvedPublic', needed),
      row('copyId', 'copiesInForce'),
      choice('way', 'publicationWay', PUBLICATION_WAYS, { ...needed, initial: 'account' }),
      row('accountId', 'accounts', { ...needed, when: { field: 'way', is: ['account'] } }),
      text('place', 200, { ...needed, when: MEETING }),
      area('attendees', 1000, { rows: 2, when: MEETING }),
      text('through', 120, { when: { field: 'way', is: THROUGH_OTHERS } }),
      row('signatory', 'signatures', needed),
      text('url', 2000),
      row('evidenceId', 'evidence'),
      row('continuesId', 'releasesOpen'),
      row('correctsId', 'publications'),
      area('stillChecking', 2000, { rows: 2 }),
      moment('nextUpdateAt'),
      moment('publishedAt'),
    ],
    confirm: true,
    wide: true,
  },
  proposeNonPublication: {
    fields: [
      choice('reason', 'nonPublicationReason', NON_PUBLICATION_REASONS, {
        kind: 'radio',
        ...needed,
      }),
      area('explanation', 2000, needed),
      moment('expiresAt', needed),
    ],
  },
  approveNonPublication: {
    fields: [row('nonPublicationId', 'nonPublicationsProposed', needed)],
    confirm: true,
  },
  recordMediaEnquiry: {
    fields: [
      text('outlet', 120, needed),
      area('question', 5000, needed),
      moment('receivedAt'),
      moment('pressDeadlineAt'),
    ],
  },
  answerMediaEnquiry: {
    fields: [
      row('enquiryId', 'enquiriesOpen', needed),
      row('wordingId', 'approvedAnswers', needed),
    ],
    confirm: true,
  },
  sendCorrectionLetter: {
    fields: [
      text('outlet', 120, needed),
      text('articleUrl', 2000),
      area('wrong', 5000, { ...needed, rows: 3 }),
      area('fact', 5000, { ...needed, rows: 3 }),
      choice('demand', 'letterDemand', LETTER_DEMANDS, { kind: 'radio', ...needed }),
      row('wordingId', 'approvedPublic', needed),
      row('signatory', 'signatures', needed),
      row('evidenceId', 'evidence'),
      moment('replyDueAt'),
      moment('sentAt'),
    ],
    confirm: true,
    wide: true,
  },
  recordCorrectionReply: {
    fields: [
      row('letterId', 'lettersOpen', needed),
      choice('outcome', 'letterOutcome', LETTER_OUTCOMES, { kind: 'radio', ...needed }),
      area('answer', 5000, { rows: 3 }),
      text('answerUrl', 2000),
      moment('answeredAt'),
    ],
  },
} as const satisfies Partial<Record<FormCommand, CommandForm>>;
