import {
  HOLD_KINDS,
  NOTICE_ANSWERS,
  NOTICE_GROUNDS,
  POSTER_ACTION_KINDS,
} from '@/lib/incident/guard-keys';
import { MATTER_AUTHORITIES } from '@/lib/incident/keys';
import { PEOPLE, personId } from '../incident-world';
import { any, type Makers, past, some } from './draw';

/** What the guards watch. */
export const GUARD_MAKERS = {
  declareInterest: (_, draw) => ({ personId: personId(any(PEOPLE, draw)), reason: '亲属' }),
  reportMatter: (_, draw) => ({ authority: any(MATTER_AUTHORITIES, draw), content: '危险' }),
  countersignMatter: (world, draw) => ({ matterReportId: some('matterReports', world, draw) }),
  proposePlatformNotice: (world, draw) => ({
    ground: any(NOTICE_GROUNDS, draw),
    platform: 'weibo',
    url: 'https://weibo.com/1/a',
    legalBasis: '民法典第一千一百九十五条',
    evidenceId: some('evidence', world, draw),
    isNoCriticism: draw.pick % 5 !== 0,
    confirmation: draw.flag ? '县公安局通报' : null,
    correctionId: draw.flag ? some('publications', world, draw) : null,
  }),
  approvePlatformNotice: (world, draw) => ({ noticeId: some('platformNotices', world, draw) }),
  refusePlatformNotice: (world, draw) => ({
    noticeId: some('platformNotices', world, draw),
    reason: '依据不足',
  }),
  countersignPlatformNotice: (world, draw) => ({ noticeId: some('platformNotices', world, draw) }),
  recordPlatformNotice: (world, draw) => ({
    noticeId: some('platformNotices', world, draw),
    sentAt: past(world, draw),
  }),
  recordNoticeAnswer: (world, draw) => ({
    noticeId: some('platformNotices', world, draw),
    answerKind: any(NOTICE_ANSWERS, draw),
  }),
  proposePosterAction: (world, draw) => ({
    kind: any(POSTER_ACTION_KINDS, draw),
    authority: 'public_security',
    statement: '请依法处理',
    article: draw.flag ? '治安管理处罚法第二十九条' : null,
    harm: draw.pick % 2 ? '学校停课' : null,
    harmEvidenceId: draw.pick % 2 ? some('evidence', world, draw) : null,
    publicationId: some('publications', world, draw),
  }),
  reviewPosterAction: (world, draw) => ({
    posterActionId: some('posterActions', world, draw),
    opinion: '符合',
  }),
  approvePosterAction: (world, draw) => ({ posterActionId: some('posterActions', world, draw) }),
  refusePosterAction: (world, draw) => ({
    posterActionId: some('posterActions', world, draw),
    reason: '不必',
  }),
  recordPosterAction: (world, draw) => ({ posterActionId: some('posterActions', world, draw) }),
  placeHold: (_, draw) => ({ kind: any(HOLD_KINDS, draw), reason: '纪委调查' }),
  liftHold: (world, draw) => ({ holdId: some('holds', world, draw), reason: '已结' }),
  eraseAuthors: (_, draw) => ({ retentionDays: 1 + (draw.pick % 3) }),
} satisfies Makers;
