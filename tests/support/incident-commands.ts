import fc from 'fast-check';
import { localDate } from '@/lib/calendar';
import type { CommandInput, CommandType } from '@/lib/incident/commands';
import {
  HOLD_KINDS,
  NOTICE_ANSWERS,
  NOTICE_GROUNDS,
  POSTER_ACTION_KINDS,
} from '@/lib/incident/guard-keys';
import {
  ASSIGNMENT_KINDS,
  CATEGORIES,
  DISMISSAL_REASONS,
  FINDINGS,
  INSTRUCTION_SOURCES,
  MATTER_AUTHORITIES,
  MEDIA_TIERS,
  NON_PUBLICATION_REASONS,
  PUBLICATION_WAYS,
  REFERRAL_KINDS,
  REPLY_CHANNELS,
  REPLY_KINDS,
  REPORT_KINDS,
  REPORT_MEDIA,
  REPORT_TARGETS,
  WORDING_KINDS,
} from '@/lib/incident/keys';
import type { Collection } from '@/lib/incident/model';
import {
  ACCOUNT,
  calendar,
  fixedId,
  PEOPLE,
  type PersonName,
  personId,
  ROADS,
  WATER,
  type World,
} from './incident-world';
import { CALM, REVIEW } from './story';

/** Choices one random command is made of; each command takes what it needs. */
export interface Draw {
  who: PersonName;
  type: CommandType;
  minutes: number;
  pick: number;
  flag: boolean;
  back: number;
}

type Maker<T extends CommandType> = (world: World, draw: Draw) => CommandInput<T>;

const any = <T>(list: readonly T[], { pick }: Draw): T => list[pick % list.length] as T;
const unit = (draw: Draw) => any([ROADS, ROADS, WATER], draw);

/** Id of some row, sometimes of none. */
function some(collection: Collection, world: World, draw: Draw): string {
  const rows = world.current[collection] as readonly { id: string }[];
  return rows.length === 0 ? fixedId(7, 7) : any(rows, draw).id;
}

function shifted(world: World, minutes: number): string {
  return new Date(Date.parse(world.now) + minutes * 60_000).toISOString();
}
const back = (at: World, { pick }: Draw) => ({ toStepId: at.current.approvalSteps[pick]?.id });
const past = (world: World, { flag, back }: Draw) => (flag ? shifted(world, -back) : null);
const future = (world: World, { flag, back }: Draw) => (flag ? shifted(world, back + 1) : null);

function seen(world: World, draw: Draw) {
  const wordingId = some('wordings', world, draw);
  const wording = world.current.wordings.find((one) => one.id === wordingId);
  return { wordingId, contentHash: wording ? world.hashOf(wording) : '0'.repeat(64) };
}

const logged = (world: World, draw: Draw): CommandInput<'log'> => ({
  title: '甲',
  category: any([...CATEGORIES, null], draw),
  discoveredAt: past(world, draw),
  discoveredReason: '电话核实',
  provisionalGrade: any(['ordinary', 'serious', null], draw),
  source: { counts: { reposts: draw.pick }, mediaTier: any(MEDIA_TIERS, draw) },
});

const reported = (world: World, draw: Draw): CommandInput<'sendReport'> => ({
  kind: any(REPORT_KINDS, draw),
  medium: any(REPORT_MEDIA, draw),
  target: any(REPORT_TARGETS, draw),
  content: '报告',
  newRisks: '无',
  sentAt: past(world, draw),
  nextReportAt: draw.pick % 3 === 0 ? future(world, { ...draw, flag: true }) : null,
});

const graded = (draw: Draw): CommandInput<'regrade'> => ({
  grade: any(['ordinary', 'serious'], draw),
  scales: draw.flag
    ? { sensitivity: any(['especially_sensitive', 'important_sensitive', 'not_sensitive'], draw) }
    : {},
  reason: '研判',
});

const assigned = (world: World, draw: Draw): CommandInput<'assign'> => ({
  unitId: unit(draw),
  kind: any(ASSIGNMENT_KINDS, draw),
  isLead: draw.pick % 4 !== 0,
  requirement: '核实',
  dueAt: future(world, draw),
});

const activated = (draw: Draw): CommandInput<'activate'> => ({
  leadUnitId: unit(draw),
  offlineOwner: '王工',
  onlineOwner: '李敏',
});

/** The calendar with one of the next ten days turned the other way. */
function calendarWith(
  { now }: World,
  { pick, flag }: Draw,
): CommandInput<'adoptCalendar'>['calendar'] {
  const date = localDate(new Date(Date.parse(now) + (pick % 10) * 86_400_000).toISOString());
  const day = { kind: flag ? ('holiday' as const) : ('workday' as const), name: '调整' };
  return { ...calendar, version: `with ${date}`, days: { ...calendar.days, [date]: day } };
}

/** An input for every command, made from what the incident holds and a few random choices. */
const makers: { [T in CommandType]: Maker<T> } = {
  log: logged,
  logAndReport: (world, draw) => ({
    incident: logged(world, draw),
    report: { ...reported(world, draw), sentAt: null },
  }),
  linkMention: (world, draw) => ({
    discoveredAt: past(world, draw),
    counts: { reposts: draw.pick },
  }),
  note: () => ({ content: '记' }),
  correct: (world, draw) => ({ reason: '记错', discoveredAt: past(world, draw), title: '乙' }),
  attachEvidence: (world) => ({
    evidenceId: fixedId(8, world.events.length),
    fileName: 'a.png',
    mediaType: 'image/png',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
    storageKey: 'a',
  }),
  countersignActing: (world, draw) => ({ standInId: some('standIns', world, draw) }),
  takeOver: () => ({}),
  formTaskforce: (_, draw) => ({
    name: '专班',
    leadId: personId(any(PEOPLE, draw)),
    memberIds: PEOPLE.slice(0, draw.pick % 4).map(personId),
    tasks: ['核实'],
  }),
  changeTaskforce: (world, draw) => ({
    taskforceId: some('taskforces', world, draw),
    name: '专班',
    leadId: personId(any(PEOPLE, draw)),
    tasks: [],
  }),
  dissolveTaskforce: (world, draw) => ({
    taskforceId: some('taskforces', world, draw),
    reason: '已处置完毕',
  }),
  declareInterest: (_, draw) => ({ personId: personId(any(PEOPLE, draw)), reason: '亲属' }),
  setProvisionalGrade: (_, draw) => ({ grade: any(['ordinary', 'serious', '一般'], draw) }),
  sendReport: reported,
  acknowledgeReport: (world, draw) => ({ reportId: some('reports', world, draw) }),
  reportMatter: (_, draw) => ({ authority: any(MATTER_AUTHORITIES, draw), content: '危险' }),
  countersignMatter: (world, draw) => ({ matterReportId: some('matterReports', world, draw) }),
  assess: (_, draw) => ({
    facts: '属实',
    worsened: draw.flag,
    gradingFacts: { reposts: draw.pick, crossRegion: draw.flag, imageImpact: 'small' },
  }),
  present: (world, draw) => ({
    assessment: { facts: '属实', proposedGrade: any(['ordinary', 'serious'], draw) },
    activation: draw.flag ? activated(draw) : null,
    assignment: draw.flag ? assigned(world, draw) : null,
  }),
  decideGrade: (_, draw) => graded(draw),
  regrade: (_, draw) => graded(draw),
  categorise: (_, draw) => ({ category: any(CATEGORIES, draw), reason: '核实' }),
  confirmCategory: (world, draw) => ({ categorisationId: some('categorisations', world, draw) }),
  activate: (_, draw) => activated(draw),
  assign: assigned,
  acceptAssignment: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  feedBack: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    finding: any(FINDINGS, draw),
    course: '经过',
    signedByPrincipal: '科长',
  }),
  returnFeedback: (world, draw) => ({
    assignmentId: some('assignments', world, draw),
    reason: '补',
  }),
  settleAssignment: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  urge: (world, draw) => ({ assignmentId: some('assignments', world, draw) }),
  recordMeasure: (world, draw) => ({ content: '围挡', takenAt: past(world, draw) }),
  draftWording: (_, draw) => ({ kind: any(WORDING_KINDS, draw), title: '说明', body: '事实' }),
  reviseWording: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    body: `事实 ${draw.pick}`,
  }),
  submitWording: (world, draw) => ({ wordingId: some('wordings', world, draw) }),
  withdrawWording: (world, draw) => ({ wordingId: some('wordings', world, draw) }),
  approve: seen,
  returnWording: (world, draw) => ({ ...seen(world, draw), reason: '补', ...back(world, draw) }),
  reply: (world, draw) => ({
    channel: any(REPLY_CHANNELS, draw),
    kind: any(REPLY_KINDS, draw),
    accountId: draw.flag ? ACCOUNT : null,
    signatory: '示范局',
    wordingId: draw.flag ? some('wordings', world, draw) : null,
    promisedAt: future(world, draw),
  }),
  publish: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    way: any(PUBLICATION_WAYS, draw),
    accountId: draw.flag ? ACCOUNT : null,
    signatory: '示范局',
    url: draw.pick % 4 === 0 ? null : 'https://weibo.com/2/b',
    publishedAt: draw.back % 3 === 0 ? past(world, draw) : null,
    nextUpdateAt: future(world, draw),
  }),
  proposeNonPublication: (world, draw) => ({
    reason: any(NON_PUBLICATION_REASONS, draw),
    explanation: '理由',
    expiresAt: shifted(world, draw.back + 1),
  }),
  approveNonPublication: (world, draw) => ({
    nonPublicationId: some('nonPublications', world, draw),
  }),
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
  recordInstruction: (world, draw) => ({
    source: any(INSTRUCTION_SOURCES, draw),
    number: '教舆转〔2026〕12号',
    issuer: '上级单位',
    content: '请核实',
    receivedAt: past(world, draw),
    dueAt: future(world, draw),
    replyOwed: draw.flag,
  }),
  answerInstruction: (world, draw) => ({
    instructionId: some('instructions', world, draw),
    answer: '已核实',
  }),
  recordConsultation: (world, draw) => ({
    heldAt: past(world, draw),
    attendees: '办公室、承办单位',
    decisions: '先核实再答复',
  }),
  refer: (_, draw) => ({
    kind: any(REFERRAL_KINDS, draw),
    recipient: draw.flag ? '邻县教育部门' : null,
    content: '请予支持',
  }),
  answerReferral: (world, draw) => ({
    referralId: some('referrals', world, draw),
    accepts: draw.flag,
    answer: '收到',
  }),
  recordMediaEnquiry: (world, draw) => ({
    outlet: '日报',
    question: '属实吗',
    pressDeadlineAt: future(world, draw),
  }),
  answerMediaEnquiry: (world, draw) => ({
    enquiryId: some('mediaEnquiries', world, draw),
    wordingId: some('wordings', world, draw),
  }),
  recordSample: (_, draw) => ({ reposts: 40 + (draw.pick % 3), isVisible: draw.pick % 5 !== 0 }),
  confirmCalm: () => CALM,
  confirmResolved: () => ({}),
  writeReview: () => REVIEW,
  approveReview: (world, draw) => {
    const review = world.current.reviews.at(draw.flag ? -1 : 0);
    return {
      reviewId: review?.id ?? fixedId(7, 7),
      contentHash: review?.contentHash ?? '0'.repeat(64),
    };
  },
  addCorrectiveAction: () => ({ content: '换管', owner: '王工' }),
  completeCorrectiveAction: (world, draw) => ({
    actionId: some('correctiveActions', world, draw),
    note: '已办',
  }),
  extendDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    dueAt: shifted(world, draw.back * 10 + 1),
    reason: '检测',
  }),
  pauseDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    until: shifted(world, draw.back * 10 + 1),
    reason: '天气恶劣',
  }),
  resumeDeadline: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  explainDeadline: (world, draw) => ({
    deadlineId: some('deadlines', world, draw),
    reason: '说明',
  }),
  acknowledgeEscalation: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  recordUndelivered: (world, draw) => ({
    escalationId: some('escalations', world, draw),
    messageId: fixedId(8, draw.pick % 40),
    channel: any(['mail', 'sms'], draw),
    code: 'smtp_550',
    recipientId: draw.flag ? any(PEOPLE.map(personId), draw) : null,
    isPassedOn: draw.back % 2 === 0,
  }),
  fireDeadline: (world, draw) => ({ deadlineId: some('deadlines', world, draw) }),
  adoptCalendar: (world, draw) => ({
    calendarId: fixedId(6, 2 + (draw.pick % 5)),
    calendar: calendarWith(world, draw),
    by: personId('office'),
    reason: `第 ${world.events.length} 版`,
  }),
  movePlan: () => ({ reason: '新版' }),
  dismiss: (_, draw) => ({ reason: any(DISMISSAL_REASONS, draw), note: '外地' }),
  confirmDismissal: () => ({}),
  refuseDismissal: () => ({}),
  reopen: () => ({ reason: '反弹' }),
  close: () => ({}),
  archive: () => ({}),
};

export function inputOf<T extends CommandType>(world: World, draw: Draw & { type: T }) {
  const maker = makers[draw.type] as unknown as Maker<T>;
  return maker(world, draw);
}

/** Ends an incident early; drawn seldom, so that most lives are long. */
const ENDINGS: readonly CommandType[] = [
  'dismiss',
  'confirmDismissal',
  'archive',
  'declareInterest',
];
const DAILY = (Object.keys(makers) as CommandType[]).filter((type) => !ENDINGS.includes(type));

/** A random command by a random person, some time after the one before. */
export const anyDraw: fc.Arbitrary<Draw> = fc.record({
  who: fc.constantFrom(...PEOPLE),
  type: fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...DAILY) },
    { weight: 1, arbitrary: fc.constantFrom(...ENDINGS) },
  ),
  minutes: fc.constantFrom(0, 0, 1, 7, 20, 90, 300, 1500),
  pick: fc.nat(200),
  flag: fc.boolean(),
  back: fc.nat(400),
});
