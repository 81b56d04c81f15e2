import type { IncidentState } from '@/lib/incident/model';
import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import type { Moments } from '../builders/moments';
import { DRAWINGS } from '../builders/picture';
import {
  answered,
  approvals,
  asSeen,
  latestAssignment,
  newest,
  type Story,
  screenshot,
  step,
  wordingOf,
} from '../builders/story';

const STATEMENT = `关于丙幼儿园保育员推搡幼儿情况的通报

一、已知事实：经调看完整监控，当日15时12分，保育员在组织幼儿排队时两次推搡一名幼儿，幼儿未摔倒。家长群所传截图属实。
二、正在核实：班级日常管理和园方巡视记录，是否还有其他类似行为。
三、已采取措施：当事保育员已停职，公安机关已依法介入；园方负责人上门看望，心理教师今日起在园陪伴；全园监控已封存。
四、下次更新时间：明日18时前。
五、联系方式：0900-5551003。为保护孩子，请不要转发未打码的图片。`;

/** Pushing in a kindergarten: from a chat group to Weibo, reported as the law on minors demands. */
export function kindergarten(t: Moments, cast: Cast): Story {
  const first = (time: string) => t.day(8, time);
  const second = (time: string) => t.day(7, time);
  const third = (time: string) => t.day(6, time);
  const ofGroup = (state: IncidentState) => state.mentions[0]?.id ?? null;
  const ofWeibo = (state: IncidentState) => state.mentions[1]?.id ?? null;
  /** Views, reposts, comments of the Weibo post. */
  const counted = (at: string, who: string, [views, reposts, comments, likes]: number[]) =>
    step(at, who, 'recordSample', (state) => ({
      mentionId: ofWeibo(state),
      views: views ?? 0,
      reposts: reposts ?? 0,
      comments: comments ?? 0,
      likes: likes ?? 0,
    }));
  return {
    name: 'kindergarten',
    steps: [
      step(first('19:30'), 'officer', 'log', {
        title: '丙幼儿园保育员推搡幼儿，家长群截图外传',
        summary: '家长群流传监控截图，称保育员推搡幼儿，家长要求看完整监控。',
        demand: '看完整监控，处理当事人，说明孩子有没有受伤',
        unitId: cast.kindergarten,
        unit: '丙幼儿园',
        flags: { danger: true, minors: true, media: false, rising: true },
        category: 'inquiry',
        eventOccurredAt: first('15:12'),
        source: {
          platform: 'wechat',
          text: '小二班群：老师推我家孩子，监控截图发这了，园长不给看完整的。谁还有？电话 13700006655。',
          author: '小二班乐乐妈妈',
          publishedAt: first('18:55'),
          region: '云岭县',
        },
      }),
      step(first('19:36'), 'officer', 'note', {
        content: '收到截图2张。第2张可见幼儿面部，存档前已打码，原图未保留；群成员昵称未记录。',
      }),
      screenshot(first('19:38'), 'officer', {
        fileName: '家长群截图二_已打码.png',
        about: '监控截图，幼儿和保育员面部已打码',
        drawing: DRAWINGS.queueOfChildren,
      }),
      step(first('19:40'), 'officer', 'setProvisionalGrade', { grade: '重大' }),
      step(first('19:45'), 'officer', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '宋观澜、韩立本',
        content: '电话报告：丙幼儿园疑似推搡幼儿，已要求园方封存监控、联系家长。',
      }),
      step(first('19:52'), 'officer', 'reportMatter', {
        authority: 'child_protection',
        content:
          '依法履行强制报告：丙幼儿园一名保育员疑似推搡幼儿，已请公安派出所和民政儿童保护专干介入，监控已要求封存。',
        reference: '强制报告登记 1 号',
      }),
      step(first('20:02'), 'office', 'assign', {
        unitId: cast.kindergarten,
        urgency: 'very_urgent',
        requirement: '封存全部监控，配合公安调查，逐项说明经过。',
        points: ['推搡是否属实，共几次', '幼儿有无受伤', '当班人员和巡视记录', '是否另有类似情形'],
        responsible: '纪春和',
        liaison: '简书宁',
        dueAt: second('12:00'),
      }),
      step(first('20:10'), 'school_c_handler', 'acceptAssignment', latestAssignment),
      step(first('20:16'), 'deputy2', 'countersignMatter', (state) => ({
        matterReportId: state.matterReports[0]?.id ?? '',
      })),
      step(first('20:40'), 'officer', 'sendReport', {
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content:
          '首报：丙幼儿园推搡幼儿截图在家长群传播，已强制报告，公安到园。幼儿已由家长接回，未见外伤。',
        nextReportAt: second('10:00'),
      }),
      step(first('20:55'), 'county_duty', 'acknowledgeReport', (state) => ({
        reportId: state.reports.find((one) => one.target === 'superior')?.id ?? '',
      })),
      step(first('21:05'), 'officer', 'linkMention', {
        url: 'https://weibo.example/u/6621/posts/4499',
        platform: 'weibo',
        text: '云岭县丙幼儿园老师推孩子，三岁多的孩子，监控截图在评论区。',
        author: '吃瓜的小城人',
        publishedAt: first('20:48'),
        counts: { views: 9800, reposts: 74, comments: 160, likes: 210 },
        region: '云岭县',
      }),
      step(first('21:20'), 'officer', 'reply', {
        channel: 'thread',
        kind: 'first',
        accountId: cast.weibo,
        signatory: BUREAU,
        acknowledgementKey: 'safety_first',
      }),
      step(first('21:30'), 'office', 'present', {
        assessment: {
          facts: '截图出自丙幼儿园监控，园方承认有推搡动作，次数待看完整录像。',
          spread: '由家长群扩散到微博，半小时转发上百。',
          risks: '涉幼儿安全，情绪强烈；有人人肉当事保育员。',
          gradingFacts: { reposts: 132, rising: true, imageImpact: 'large' },
          proposedGrade: 'serious',
        },
      }),
      step(first('21:48'), 'leader', 'decideGrade', {
        grade: 'serious',
        reason: '涉及幼儿安全，转发过百',
      }),
      step(first('21:55'), 'office', 'activate', {
        leadUnitId: cast.kindergarten,
        offlineOwner: '安全与后勤股 田守拙',
        onlineOwner: '舆情办 陆怀瑾',
      }),
      counted(first('22:10'), 'officer', [21_000, 148, 390, 520]),
      counted(second('07:40'), 'officer2', [58_000, 331, 1120, 1480]),
      step(second('09:40'), 'officer2', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '续报：幼儿经医院检查无外伤；公安正在园内调取完整录像；拟今日傍晚前发布通报。',
        newRisks: '家长计划上午到园，已安排园长和派出所民警共同接待。',
      }),
      step(second('10:20'), 'school_c_handler', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'partly_true',
        answers: answered(
          ['partly_true', '当班保育员承认推了一下。'],
          ['untrue', '幼儿未摔倒，无外伤。'],
          ['true', '当班两人，巡视记录已封存。'],
          ['unverifiable', '其余时段录像未看完。'],
        ),
        course: '当班保育员承认推了一下，幼儿未摔倒。',
      })),
      step(second('10:40'), 'school_c_leader', 'signFeedback', latestAssignment),
      step(second('10:50'), 'office', 'returnFeedback', (state) => ({
        ...latestAssignment(state),
        reason: '只看了15时至15时10分的录像，截图时间是15时12分；请看完整时段并逐点回答。',
      })),
      step(second('11:10'), 'office', 'draftWording', {
        kind: 'statement',
        title: '关于丙幼儿园保育员推搡幼儿情况的通报',
        body: STATEMENT.replace(
          '两次推搡一名幼儿，幼儿未摔倒。家长群所传截图属实。',
          '与一名幼儿有肢体接触。',
        ),
      }),
      counted(second('13:30'), 'officer2', [91_000, 402, 1650, 2210]),
      step(second('14:30'), 'school_c_handler', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'true',
        answers: answered(
          ['true', '15时12分两次推搡，截图属实。'],
          ['untrue', '医院检查无外伤。'],
          ['true', '巡视园长助理当时不在。'],
          ['untrue', '查看一周录像，未见类似情形。'],
        ),
        course: '完整录像显示15时12分两次推搡，幼儿未摔倒，医院检查无外伤。',
        cause: '一名保育员带14名幼儿排队，急躁；巡视园长助理当时不在。',
        measuresTaken: '停职并配合公安调查；增派一名保育员；心理教师入园。',
        proposedAnswer: '通报事实与处理，向家长道歉，开放监控查看。',
      })),
      step(second('14:40'), 'school_c_leader', 'signFeedback', latestAssignment),
      step(second('14:45'), 'office', 'settleAssignment', latestAssignment),
      step(second('14:55'), 'office', 'recordMeasure', {
        content: '组织当事家长在派出所见证下查看完整监控；安排心理教师从今日起每日在园。',
        unitId: cast.kindergarten,
      }),
      step(second('15:10'), 'office2', 'reviseWording', (state) => ({
        ...wordingOf(state, 'statement'),
        body: STATEMENT.replace('公安机关已依法介入', '已移交公安机关'),
      })),
      step(second('15:20'), 'office', 'submitWording', (state) => wordingOf(state, 'statement')),
      step(second('15:45'), 'leader', 'returnWording', (state) => ({
        ...asSeen(state, 'statement'),
        reason: '“移交”不准确，公安是依法介入；其余同意。',
      })),
      step(second('16:00'), 'office2', 'reviseWording', (state) => ({
        ...wordingOf(state, 'statement'),
        body: STATEMENT,
      })),
      step(second('16:05'), 'office', 'submitWording', (state) => wordingOf(state, 'statement')),
      ...approvals(
        'statement',
        {
          leader: second('16:30'),
          deputy2: second('16:52'),
          deputy: second('17:04'),
          member: second('17:15'),
        },
        '同意',
      ),
      step(second('17:30'), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'statement'),
        accountId: cast.weibo,
        signatory: BUREAU,
        url: 'https://weibo.example/yunling-edu/501122',
        nextUpdateAt: third('18:00'),
      })),
      step(second('17:50'), 'officer2', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '续报：推搡属实，当事人停职，公安介入;17时30分发布通报。',
        newRisks: '当事保育员个人信息被曝光，可能出现网络暴力。',
      }),
      counted(second('21:30'), 'officer2', [140_000, 466, 2480, 3900]),
      step(third('09:30'), 'office2', 'draftWording', {
        kind: 'letter_to_parents',
        title: '致丙幼儿园家长的一封信',
        body: '各位家长:\n事情已经查清，推搡属实，我们向孩子和家长道歉。完整监控可预约查看；每班增配一名保育员；心理教师每日在园。整改情况每周向大家报告一次。\n联系电话 0900-5551003。',
      }),
      step(third('09:45'), 'office', 'submitWording', (state) =>
        wordingOf(state, 'letter_to_parents'),
      ),
      ...approvals('letter_to_parents', {
        leader: third('10:20'),
        deputy: third('10:55'),
        deputy2: third('11:30'),
        leader2: third('14:10'),
      }),
      step(third('16:30'), 'office', 'publish', (state) => ({
        ...wordingOf(state, 'letter_to_parents'),
        way: 'letter',
        continuesId: newest(state, 'publications').id,
        signatory: `${BUREAU}、云岭县丙幼儿园`,
        url: 'https://wechat.example/bing-youeryuan/jiazhang-xin',
      })),
      counted(third('18:00'), 'officer', [186_000, 489, 3010, 4620]),
      counted(t.day(5, '09:00'), 'officer2', [201_000, 497, 3190, 4880]),
      counted(t.day(4, '09:00'), 'officer', [209_000, 501, 3260, 4990]),
      step(t.day(4, '15:00'), 'office', 'recordMeasure', {
        content: '增配保育员3名到岗，园长每日两次巡班并签字。',
        unitId: cast.kindergarten,
      }),
      counted(t.day(3, '09:10'), 'officer', [212_000, 503, 3302, 5040]),
      step(t.day(2, '09:00'), 'officer2', 'recordSample', (state) => ({
        mentionId: ofGroup(state),
        items: 1,
        comments: 12,
        note: '家长群仅有园方整改通知下的讨论',
      })),
      counted(t.day(2, '09:05'), 'officer2', [213_500, 503, 3320, 5066]),
      counted(t.day(1, '09:00'), 'officer', [214_200, 504, 3327, 5079]),
      counted(t.day(0, '08:50'), 'officer', [214_600, 504, 3330, 5085]),
    ],
  };
}
