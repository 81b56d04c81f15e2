import {
  CALL_BACK_RESULTS,
  LETTER_DEMANDS,
  LETTER_OUTCOMES,
  NON_PUBLICATION_REASONS,
  PROMISE_KINDS,
  PUBLICATION_WAYS,
  REPLY_CHANNELS,
  REPLY_KINDS,
  WORDING_KINDS,
} from '@/lib/incident/keys';
import { COPY_PLATFORMS } from '@/lib/wording/platforms';
import { ACCOUNT, personId, type World } from '../incident-world';
import { any, type Draw, future, type Makers, past, shifted, some } from './draw';

const back = (at: World, { pick }: Draw) => ({ toStepId: at.current.approvalSteps[pick]?.id });

const openStep = (world: World) => world.current.approvalSteps.find((one) => one.state === 'open');

/** One of those an open step waits for; else anybody. */
const signer = (world: World, { pick }: Draw): string => {
  const candidates = openStep(world)?.candidateIds ?? [];
  return candidates[pick % (candidates.length || 1)] ?? personId('leader');
};

function seen(world: World, draw: Draw) {
  const wordingId = some('wordings', world, draw);
  const wording = world.current.wordings.find((one) => one.id === wordingId);
  return { wordingId, contentHash: wording ? world.hashOf(wording) : '0'.repeat(64) };
}

/** Words, signatures and where they went. */
export const WORDING_MAKERS = {
  draftWording: (_, draw) => ({ kind: any(WORDING_KINDS, draw), title: '说明', body: '事实' }),
  reviseWording: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    body: `事实 ${draw.pick}`,
  }),
  submitWording: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    ticked: draw.pick % 5 === 0 ? [] : world.itemsToTick(),
  }),
  withdrawWording: (world, draw) => ({ wordingId: some('wordings', world, draw) }),
  makeCopy: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    platform: any(COPY_PLATFORMS, draw),
    kept: [draw.pick % 2],
    foot: '示范局',
  }),
  remarkOnWording: (world, draw) => ({
    ...seen(world, draw),
    from: draw.pick % 3,
    to: (draw.pick % 3) + 1,
    content: '这里请再核实',
  }),
  answerRemark: (world, draw) => ({
    commentId: some('wordingRemarks', world, draw),
    content: '已核实',
  }),
  settleRemark: (world, draw) => ({ commentId: some('wordingRemarks', world, draw) }),
  approve: seen,
  returnWording: (world, draw) => ({ ...seen(world, draw), reason: '补', ...back(world, draw) }),
  releaseUrgently: (world, draw) => ({ ...seen(world, draw), reason: '谣言正在扩散' }),
  recordConsent: (world, draw) => ({
    ...seen(world, draw),
    personId: signer(world, draw),
    wordsRead: '全文',
    agreedAt: draw.flag ? past(world, draw) : null,
  }),
  countersignConsent: (world, draw) => ({ decisionId: some('approvalDecisions', world, draw) }),
  denyConsent: (world, draw) => ({
    decisionId: some('approvalDecisions', world, draw),
    reason: '未同意',
  }),
  settleDenial: (world, draw) => ({
    decisionId: some('approvalDecisions', world, draw),
    reason: '已核',
  }),
  recordMinutes: (world, draw) => ({
    ...seen(world, draw),
    presentIds: openStep(world)?.candidateIds.slice(0, 1 + (draw.pick % 4)) ?? [
      signer(world, draw),
    ],
    decision: '同意',
    evidenceId: some('evidence', world, draw),
  }),
  objectMinutes: (world, draw) => ({
    stepId: some('approvalSteps', world, draw),
    reason: '没有参加',
  }),
  reply: (world, draw) => ({
    channel: any(REPLY_CHANNELS, draw),
    kind: any(REPLY_KINDS, draw),
    accountId: draw.flag ? ACCOUNT : null,
    signatory: '示范局',
    wordingId: draw.flag ? some('wordings', world, draw) : null,
    promisedAt: future(world, draw),
    promiseKind: any(PROMISE_KINDS, draw),
    keepsId: draw.back % 4 === 0 ? some('replies', world, draw) : null,
  }),
  recordCallBack: (world, draw) => ({
    replyId: some('replies', world, draw),
    result: any(CALL_BACK_RESULTS, draw),
    note: draw.flag ? '电话三次无人接听' : null,
  }),
  publish: (world, draw) => ({
    wordingId: some('wordings', world, draw),
    copyId: draw.pick % 3 === 0 ? some('wordingCopies', world, draw) : null,
    way: any(PUBLICATION_WAYS, draw),
    place: draw.back % 5 === 0 ? null : '一楼会议室',
    continuesId: draw.back % 4 === 0 ? some('publications', world, draw) : null,
    correctsId: draw.back % 7 === 0 ? some('publications', world, draw) : null,
    stillChecking: draw.back % 6 === 0 ? '检测结果' : null,
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
  sendCorrectionLetter: (world, draw) => ({
    outlet: '晚报',
    wrong: '称路面塌陷致人受伤',
    fact: '无人受伤',
    demand: any(LETTER_DEMANDS, draw),
    wordingId: some('wordings', world, draw),
    signatory: '示范局',
    replyDueAt: future(world, draw),
  }),
  recordCorrectionReply: (world, draw) => ({
    letterId: some('correctionLetters', world, draw),
    outcome: any(LETTER_OUTCOMES, draw),
    answer: '已更正',
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
} satisfies Makers;
