import {
  HOLD_KINDS,
  NOTICE_ANSWERS,
  NOTICE_GROUNDS,
  POSTER_ACTION_KINDS,
  POSTER_AUTHORITIES,
} from '@/lib/incident/guard-keys';
import { PLATFORM_KEYS } from '@/lib/mention/platform-labels';
import { area, choice, moment, needed, row, text, tick } from './form-fields';
import type { CommandForm, FormCommand } from './form-types';

const falsehood = { when: { field: 'ground', is: ['confirmed_falsehood'] } };

/** Forms of notices to platforms, of acting against a poster, and of what is held. */
export const guardForms = {
  proposePlatformNotice: {
    fields: [
      choice('ground', 'noticeGround', NOTICE_GROUNDS, { kind: 'radio', ...needed }),
      choice('platform', 'platform', PLATFORM_KEYS, needed),
      row('mentionId', 'mentions'),
      text('url', 2000),
      area('legalBasis', 1000, { ...needed, rows: 2 }),
      row('evidenceId', 'evidence', needed),
      text('confirmation', 300, { ...needed, ...falsehood }),
      row('correctionId', 'publications', { ...needed, ...falsehood }),
      tick('isNoCriticism'),
    ],
    confirm: true,
  },
  approvePlatformNotice: { fields: [row('noticeId', 'noticesProposed', needed)], confirm: true },
  refusePlatformNotice: {
    fields: [row('noticeId', 'noticesProposed', needed), area('reason', 1000, needed)],
  },
  countersignPlatformNotice: { fields: [row('noticeId', 'noticesToCountersign', needed)] },
  recordPlatformNotice: {
    fields: [row('noticeId', 'noticesApproved', needed), text('reference', 120), moment('sentAt')],
  },
  recordNoticeAnswer: {
    fields: [
      row('noticeId', 'noticesSent', needed),
      choice('answerKind', 'noticeAnswer', NOTICE_ANSWERS, { kind: 'radio', ...needed }),
      area('answer', 2000, { rows: 3 }),
    ],
  },
  proposePosterAction: {
    fields: [
      choice('kind', 'posterActionKind', POSTER_ACTION_KINDS, { kind: 'radio', ...needed }),
      choice('authority', 'posterAuthority', POSTER_AUTHORITIES, needed),
      area('statement', 5000, { ...needed, rows: 4 }),
      text('article', 500),
      row('publicationId', 'publications', needed),
      area('harm', 5000, { rows: 3 }),
      row('harmEvidenceId', 'evidence'),
    ],
    confirm: true,
  },
  reviewPosterAction: {
    fields: [
      row('posterActionId', 'posterActionsProposed', needed),
      area('opinion', 5000, { ...needed, rows: 4 }),
    ],
  },
  approvePosterAction: {
    fields: [row('posterActionId', 'posterActionsPending', needed)],
    confirm: true,
  },
  refusePosterAction: {
    fields: [row('posterActionId', 'posterActionsPending', needed), area('reason', 1000, needed)],
  },
  recordPosterAction: {
    fields: [
      row('posterActionId', 'posterActionsApproved', needed),
      text('reference', 120),
      moment('sentAt'),
    ],
  },
  placeHold: {
    fields: [
      choice('kind', 'holdKind', HOLD_KINDS, { kind: 'radio', ...needed }),
      area('reason', 1000, needed),
    ],
  },
  liftHold: { fields: [row('holdId', 'holdsOpen', needed), area('reason', 1000, needed)] },
} as const satisfies Partial<Record<FormCommand, CommandForm>>;
