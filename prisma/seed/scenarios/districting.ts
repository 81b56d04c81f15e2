import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import type { Moments } from '../builders/moments';
import {
  answered,
  approvals,
  latestAssignment,
  newest,
  type Story,
  step,
  wordingOf,
} from '../builders/story';

const RESULT = `关于网传“划片通知”的情况说明

一、已知事实：网传图片由我局征求意见稿截取，两处被改动：“城东片区”改成“城西片区”，“征求意见”改成“现予执行”。
二、核实结论：划片方案确在征求意见，网传内容部分属实；尚未定稿，更未执行。
三、已采取措施：征求意见稿全文已在官网公布，意见截止日延长五天。
四、下次更新时间：意见汇总后公布采纳情况。
五、联系方式：基础教育股 0900-5551006。`;

/** An altered notice, first taken for a falsehood, then for what it was: a question worth answering. */
export function districting(t: Moments, cast: Cast): Story {
  const day = (count: number, time: string) => t.workday(count, time);
  const counted = (at: string, who: string, items: number, views: number, comments: number) =>
    step(at, who, 'recordSample', { items, views, comments });
  return {
    name: 'districting',
    steps: [
      step(day(7, '10:20'), 'officer', 'log', {
        title: '论坛流传“划片通知”，城西家长询问是否属实',
        summary: '本地论坛出现一张盖章样式的“学区划片通知”图片，称城西片区划入乙中学、即日执行。',
        demand: '通知是真是假，什么时候执行',
        unitId: cast.basic,
        unit: '基础教育股',
        source: {
          url: 'https://bbs.example/yunling/thread-88412',
          platform: 'forum',
          text: '刚看到划片通知，城西全划给乙中学了？@云岭家长小** 你们接到通知没有。',
          author: '城西老邻居',
          publishedAt: day(7, '09:41'),
          counts: { views: 3200, reposts: 21, comments: 88 },
          region: '云岭县',
        },
      }),
      step(day(7, '11:00'), 'office', 'categorise', {
        category: 'falsehood_or_unlawful',
        reason: '图片盖章、文号与我局发文不符，疑为伪造公文。',
      }),
      step(day(7, '11:25'), 'office', 'assign', {
        unitId: cast.basic,
        requirement: '核对图片与我局征求意见稿，说明差异和当前进度。',
        points: ['图片是否出自我局文稿', '哪些内容被改动', '划片工作现在到哪一步'],
        responsible: '方予安',
        dueAt: day(6, '15:00'),
      }),
      step(day(7, '13:40'), 'officer', 'sendReport', {
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '首报：论坛出现改动过的划片通知图片，浏览3200余，正在核实。',
      }),
      step(day(7, '13:55'), 'officer', 'reply', {
        channel: 'thread',
        accountId: cast.wechat,
        signatory: BUREAU,
        acknowledgementKey: 'received',
      }),
      step(day(7, '14:30'), 'handler3', 'acceptAssignment', latestAssignment),
      step(day(7, '15:10'), 'office', 'present', {
        assessment: {
          facts: '图片系由征求意见稿改动而来，原稿确由我局起草。',
          spread: '限于本地论坛和几个业主群。',
          risks: '家长误以为已定稿，可能集中来访。',
          gradingFacts: { crossRegion: false, imageImpact: 'small', reposts: 21 },
          proposedGrade: 'ordinary',
        },
        activation: {
          leadUnitId: cast.basic,
          offlineOwner: '基础教育股 方予安',
          onlineOwner: '舆情办 简书宁',
        },
      }),
      step(day(7, '15:45'), 'deputy', 'decideGrade', { grade: 'ordinary' }),
      step(day(7, '16:20'), 'office2', 'draftWording', {
        kind: 'clarification',
        title: '关于网传“划片通知”的说明（一）',
        body: '网传图片与我局文稿不一致，划片方案尚在征求意见，没有执行。被改动之处正在逐项核对，结果于两日内在官网公布。咨询电话 0900-5551006。',
      }),
      step(day(7, '16:30'), 'office2', 'submitWording', (state) =>
        wordingOf(state, 'clarification'),
      ),
      ...approvals('clarification', { deputy: day(7, '17:05') }),
      step(day(7, '17:20'), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'clarification'),
        accountId: cast.wechat,
        signatory: BUREAU,
        url: 'https://wechat.example/yunling-jiaoyu/20260701',
        stillChecking: '图片是谁改动的，方案定稿时间',
        nextUpdateAt: day(5, '12:00'),
      })),
      step(day(6, '09:30'), 'office', 'categorise', {
        category: 'inquiry',
        reason: '图片的底稿是我局的征求意见稿，发帖人是在求证。按询问办理，撤回原来的归类提议。',
      }),
      step(day(6, '11:00'), 'officer2', 'urge', latestAssignment),
      step(day(6, '14:35'), 'handler3', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'partly_true',
        answers: answered(
          ['true', '由征求意见稿第三页截取。'],
          ['true', '片区名称和落款两处被改动。'],
          ['true', '仍在征求意见，未定稿。'],
        ),
        course: '图片由征求意见稿第三页截取，片区名称和落款两处被改动；方案确在征求意见，未定稿。',
        cause: '征求意见稿只发到学校，没有在官网公开，家长无处核对。',
        measuresTaken: '当日在官网公布全文，意见期延长五天。',
        proposedAnswer: '说明哪些属实、哪些被改动，公布全文。',
        signedByPrincipal: '股长 方予安',
      })),
      step(day(6, '15:00'), 'office', 'settleAssignment', latestAssignment),
      step(day(6, '16:10'), 'office', 'draftWording', {
        kind: 'statement',
        title: '关于网传“划片通知”的情况说明',
        body: RESULT,
      }),
      step(day(6, '16:20'), 'office', 'submitWording', (state) => wordingOf(state, 'statement')),
      ...approvals('statement', { deputy: day(5, '08:50') }, '把征求意见稿一并公开，很好'),
      step(day(5, '09:30'), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'statement'),
        accountId: cast.wechat,
        signatory: BUREAU,
        url: 'https://wechat.example/yunling-jiaoyu/20260703',
        continuesId: newest(state, 'publications').id,
      })),
      counted(day(5, '10:00'), 'officer', 9, 7400, 201),
      step(day(5, '15:20'), 'office', 'recordMeasure', {
        content: '征求意见稿全文和对照图在官网、公众号同时公布，设意见箱一个。',
        unitId: cast.basic,
      }),
      counted(day(4, '10:10'), 'officer2', 9, 7910, 212),
      step(day(4, '11:30'), 'office', 'correct', {
        reason: '首次记录把涉及单位写成基础教育股，实际涉及全县划片工作，补正摘要。',
        summary: '本地论坛流传由我局征求意见稿改动而成的“划片通知”，家长求证是否执行。',
      }),
      counted(day(3, '10:20'), 'officer', 9, 8020, 214),
      step(day(3, '16:00'), 'office', 'confirmCalm', {
        handled: true,
        mediaGone: true,
        moodCalm: true,
        note: '跟帖已转为对方案本身的讨论，连续两日基本持平。',
      }),
      step(day(2, '09:40'), 'office', 'confirmResolved', {
        note: '征求意见稿已公开，意见收集中。',
      }),
      step(day(2, '11:00'), 'office', 'writeReview', {
        course: '发现后七小时发布首个说明，两个工作日内查清并公布全文。',
        timeliness: '首报、初步回应、说明发布均在时限内。',
        causes: ['process', 'communication'],
        causeNote: '征求意见稿没有公开，留下被改动的空间。',
        effect: '讨论回到方案内容，收到意见63条。',
        lessons: '第一判断偏重“伪造”，查清底稿来源后及时改为询问；先核底稿，再定性。',
        planChanges: '重大教育决策征求意见时全文公开。',
      }),
      step(day(2, '11:10'), 'office', 'addCorrectiveAction', {
        content: '建立征求意见稿公开清单，每季度核对一次',
        unitId: cast.basic,
        owner: '方予安',
        dueAt: t.next('17:30', 20 * 1440),
      }),
      step(day(1, '09:20'), 'handler3', 'note', {
        content: '意见箱已收到63条，按片区归类，预计下周形成采纳说明。',
      }),
      step(day(1, '15:00'), 'office', 'note', {
        content: '复盘报告已写好，请顾局长、韩局长审阅。',
      }),
    ],
  };
}
