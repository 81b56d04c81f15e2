import { BUREAU, type Cast } from '../builders/cast';
import { later, type Moments } from '../builders/moments';
import {
  answered,
  approvals,
  deadlineOf,
  latestAssignment,
  newest,
  type Story,
  step,
  wordingOf,
} from '../builders/story';

const ANSWER = `您反映的校服收费问题，现答复如下:

一、已知事实：乙中学今年秋季校服由家长委员会选购，夏装两套、秋装一套，共计 396 元，其中 48 元为配套书包，未在征订单上单独列出。
二、核实结论：书包不属于校服，征订单未写明自愿，您反映的情况部分属实。
三、已采取措施：学校已向 214 名学生退还书包费用共 10272 元，征订单已按“逐项、自愿、可不选”重新印制；我局对该校通报提醒。
四、后续安排：学期内对全县校服征订开展一次抽查，结果在“云岭教育”公布。
五、联系方式：学生资助与收费管理股 0900-5551007。`;

/** An ordinary 12345 ticket whose working time runs over a make-up day and a long holiday. */
export function uniform(t: Moments, cast: Cast): Story {
  const found = t.eveOfMakeUpDay('16:10');
  const after = (minutes: number) => later(found, minutes);
  const workday = (count: number, time: string) => t.workdayAfter(found, count, time);
  return {
    name: 'uniform',
    steps: [
      step(found, 'officer2', 'log', {
        title: '12345工单：乙中学校服费里搭售书包',
        summary:
          '来电人称乙中学秋季校服收费396元，其中含书包，征订单没有说明，要求退费并说明收费依据。',
        demand: '退还书包费用，说明校服收费依据',
        unitId: cast.middleSchool,
        unit: '乙中学',
        category: 'inquiry',
        knownAt: found,
        source: {
          url: 'https://12345.example/ticket/YL20260918-0417',
          platform: 'hotline_12345',
          text: '孩子在乙中学上初一，校服收了396元，拿回来发现还有书包，征订单上没写。家里书包够用，能不能退？来电号码 13800004321。',
          publishedAt: after(-22),
          region: '云岭县',
        },
      }),
      step(after(35), 'office', 'present', {
        assessment: {
          facts: '工单一件，未见网上传播；收费项目与征订单不一致，待核实。',
          gradingFacts: { crossRegion: false, imageImpact: 'small', reposts: 0 },
          proposedGrade: 'ordinary',
        },
        activation: {
          leadUnitId: cast.fees,
          offlineOwner: '收费管理股 贺若谷',
          onlineOwner: '舆情办 简书宁',
        },
        assignment: {
          unitId: cast.fees,
          kind: 'verify',
          urgency: 'normal',
          requirement: '核对乙中学校服征订单、收费票据和采购合同，提出答复意见。',
          points: ['396元包含哪些项目', '书包是否自愿', '涉及学生人数和金额'],
          responsible: '贺若谷',
          liaison: '简书宁',
          dueAt: workday(4, '17:00'),
        },
      }),
      step(after(58), 'deputy', 'decideGrade', {
        grade: 'ordinary',
        scales: { sensitivity: 'not_sensitive' },
        reason: '单件诉求，未形成传播',
      }),
      step(workday(1, '08:50'), 'handler4', 'acceptAssignment', latestAssignment),
      step(workday(1, '09:20'), 'officer', 'reply', {
        channel: 'ticket',
        kind: 'first',
        accountId: cast.hotline,
        signatory: BUREAU,
        acknowledgementKey: 'received',
        promisedAt: workday(10, '17:30'),
      }),
      step(workday(3, '15:40'), 'officer', 'urge', latestAssignment),
      step(workday(4, '16:05'), 'handler4', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'true',
        answers: answered(
          ['true', '校服三件套348元，书包48元。'],
          ['untrue', '征订单未单列，也未写明自愿。'],
          ['unverifiable', '人数待学校报送。'],
        ),
        course: '到校查看征订单和票据：396元中含书包48元，征订单未单列。',
        signedByPrincipal: '股长 贺若谷',
      })),
      step(workday(4, '16:40'), 'office', 'returnFeedback', (state) => ({
        ...latestAssignment(state),
        reason: '缺采购合同和退费人数；“属实”与“校服价格依据充分”两点应分开写。',
      })),
      step(workday(5, '10:00'), 'deputy', 'extendDeadline', (state) => {
        const { id, hardMaxAt } = deadlineOf(state, 'formal_answer');
        return {
          deadlineId: id,
          dueAt: hardMaxAt ?? '',
          reason: '需与家长委员会核对采购合同并逐班统计退费人数，已告知来电人。',
        };
      }),
      step(workday(7, '11:15'), 'handler4', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'partly_true',
        answers: answered(
          ['true', '校服三件套348元，书包48元，有合同和票据。'],
          ['untrue', '征订单未写明自愿。'],
          ['true', '涉及214人，10272元。'],
        ),
        course:
          '校服三件套由家委会选购、票据齐全；书包48元随校服一并收取，征订单未写明自愿，涉及214人。',
        cause: '学校未审核征订单，供货方把书包与校服合并报价。',
        measuresTaken: '学校当日发布退费通知，两日内退清10272元。',
        proposedAnswer: '告知核实结论、退费安排和后续抽查。',
        signedByPrincipal: '股长 贺若谷',
      })),
      step(workday(7, '14:30'), 'office', 'settleAssignment', latestAssignment),
      step(workday(8, '09:40'), 'office2', 'draftWording', {
        kind: 'reply',
        title: '关于乙中学校服收费的答复',
        body: ANSWER.replace(
          '二、核实结论：书包不属于校服，征订单未写明自愿，您反映的情况部分属实。',
          '二、核实结论：校服收费符合规定，书包为自愿选购。',
        ),
      }),
      step(workday(8, '10:05'), 'office2', 'submitWording', (state) => wordingOf(state, 'reply')),
      step(workday(8, '11:20'), 'deputy', 'returnWording', (state) => {
        const { wordingId } = wordingOf(state, 'reply');
        const { contentHash } = newest(state, 'wordingVersions');
        return {
          wordingId,
          contentHash,
          reason: '与核实结论不符：征订单没有写自愿，就不能说是自愿选购。照实写。',
        };
      }),
      step(workday(8, '14:50'), 'office2', 'reviseWording', (state) => ({
        ...wordingOf(state, 'reply'),
        body: ANSWER,
      })),
      step(workday(8, '15:00'), 'office2', 'submitWording', (state) => wordingOf(state, 'reply')),
      ...approvals('reply', { deputy: workday(8, '16:10') }, '这样写清楚了'),
      step(workday(9, '15:10'), 'officer2', 'reply', (state) => ({
        channel: 'ticket',
        kind: 'formal',
        accountId: cast.hotline,
        signatory: BUREAU,
        ...wordingOf(state, 'reply'),
      })),
      step(workday(9, '15:40'), 'officer2', 'recordSample', {
        items: 1,
        comments: 0,
        reposts: 0,
        note: '仅此一件工单，网上未见相关讨论',
      }),
      step(workday(10, '16:20'), 'officer', 'recordSample', {
        items: 1,
        comments: 0,
        reposts: 0,
        note: '仍只有这一件工单',
      }),
      step(workday(10, '16:30'), 'officer', 'recordCallBack', (state) => ({
        replyId: newest(state, 'replies').id,
        result: 'satisfied',
        note: '来电人表示钱已收到，对答复满意',
      })),
      step(workday(10, '16:40'), 'office', 'confirmCalm', {
        handled: true,
        mediaGone: true,
        moodCalm: true,
        note: '已退费，来电人满意，网上无讨论。',
      }),
      step(workday(10, '16:50'), 'office', 'confirmResolved', {
        note: '214人退费凭据已全部收齐。',
      }),
      step(workday(11, '10:30'), 'office', 'writeReview', {
        course: '工单办理跨调休上班日和长假，按工作日计算时限；一次退回反馈、一次退回答复稿。',
        timeliness:
          '初步回应在三个工作小时内；反馈被退回一次，重新反馈超过联系单时限；答复意见经批准延长一次，在最长期限前一个工作日答复。',
        causes: ['process', 'communication'],
        causeNote: '学校对家委会采购的征订单缺少审核。',
        effect: '退费10272元，来电人满意。',
        lessons: '收费类工单先要合同和票据，再写结论。',
        planChanges: '征订单模板增加“逐项、自愿、可不选”。',
      }),
      step(workday(11, '10:45'), 'office', 'addCorrectiveAction', {
        content: '全县中小学校服征订单抽查一遍，公布结果',
        unitId: cast.fees,
        owner: '贺若谷',
        dueAt: workday(20, '17:30'),
      }),
      step(workday(12, '09:30'), 'deputy', 'approveReview', (state) => {
        const { id: reviewId, contentHash } = newest(state, 'reviews');
        return { reviewId, contentHash };
      }),
      step(workday(12, '10:10'), 'leader', 'close', {}),
      step(workday(18, '15:30'), 'office', 'completeCorrectiveAction', (state) => ({
        actionId: newest(state, 'correctiveActions').id,
        note: '抽查12所学校，2所征订单已更正，结果已在“云岭教育”公布。',
      })),
    ],
  };
}
