import type { IncidentState } from '@/lib/incident/model';
import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import { later, type Moments } from '../builders/moments';
import {
  answered,
  approvals,
  latestAssignment,
  newest,
  type Story,
  step,
  wordingOf,
} from '../builders/story';

const CLARIFICATION = `关于“明日全县停课”的澄清

一、已知事实：网传“明日全县停课”图片为两年前的旧通知，裁去了年份。
二、正在核实：旧图片的传播范围和其他版本。
三、已采取措施：我县各校明日正常上课，已由班主任逐班告知。
四、下次更新时间：如有天气停课，以“云岭教育发布”当日通知为准。
五、联系方式：值班电话 0900-5551001。`;

const SECOND = `关于旧“停课通知”再次传播的澄清

一、已知事实：今天流传的“停课三天”图片，仍由同一份旧通知改动而成，我局没有发布停课通知。
二、已采取措施：各校正常上课；官网首页开设“停课通知真伪查询”。
三、联系方式：值班电话 0900-5551001。请以本账号发布为准。`;

const LOOK_UP = '官网首页上线“停课通知真伪查询”，列出历年停课通知原文。';

/** Old news that went on spreading after the clarification; calm, and then it came back. */
export function suspendedClasses(t: Moments, cast: Cast): Story {
  const found = t.day(16, '07:50');
  const after = (minutes: number) => later(found, minutes);
  const again = t.day(5, '18:10');
  const since = (minutes: number) => later(again, minutes);
  const counted = (
    at: string,
    who: string,
    items: number,
    views: number,
    reposts: number,
    comments: number,
  ) => step(at, who, 'recordSample', { items, views, reposts, comments });
  const firstMention = (state: IncidentState) => state.mentions[0]?.id ?? null;
  return {
    name: 'suspended-classes',
    steps: [
      step(found, 'officer', 'log', {
        title: '旧“停课通知”被当作新消息传播',
        summary: '多个本地群和自媒体传播“明日全县停课”图片，系两年前旧通知裁去年份。',
        demand: '明天到底上不上课',
        unitId: cast.basic,
        unit: '全县各校',
        flags: { danger: false, minors: true, media: false, rising: true },
        opinionOccurredAt: after(-40),
        source: {
          url: 'https://weibo.example/u/5512/posts/7781',
          platform: 'weibo',
          text: '收到通知：明日全县停课！孩子们欢呼，快转给家长。',
          author: '云岭万事通',
          publishedAt: after(-40),
          counts: { views: 26_000, reposts: 188, comments: 402, likes: 690 },
          region: '云岭县',
        },
      }),
      step(after(8), 'officer', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '带班领导',
        content: '电话报告：旧停课通知被当新消息转发近二百。',
      }),
      step(after(20), 'office', 'assign', {
        unitId: cast.basic,
        urgency: 'very_urgent',
        requirement: '核对图片来源，确认各校明日安排。',
        points: ['图片是否旧通知', '各校明日是否正常上课'],
        responsible: '方予安',
        dueAt: t.day(16, '12:00'),
      }),
      step(after(28), 'handler3', 'acceptAssignment', latestAssignment),
      step(after(55), 'officer', 'sendReport', {
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '首报：旧“停课通知”裁去年份后传播，转发188，拟发布澄清。',
      }),
      step(after(70), 'handler3', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'untrue',
        answers: answered(
          ['true', '图片为两年前通知，年份被裁去。'],
          ['true', '各校明日正常上课。'],
        ),
        course: '图片为两年前因暴雪发布的停课通知，年份被裁去；各校明日正常上课。',
        measuresTaken: '各校班主任逐班告知。',
        signedByPrincipal: '股长 方予安',
      })),
      step(after(80), 'office', 'present', {
        assessment: {
          facts: '旧通知裁去年份，内容不实。',
          spread: '微博转发188，多个家长群。',
          risks: '家长误以为停课，学生缺课。',
          gradingFacts: { reposts: 188, rising: true },
          proposedGrade: 'serious',
        },
        activation: {
          leadUnitId: cast.basic,
          offlineOwner: '基础教育股 方予安',
          onlineOwner: '舆情办 陆怀瑾',
        },
      }),
      step(after(95), 'leader', 'decideGrade', { grade: 'serious' }),
      step(after(100), 'office', 'draftWording', {
        kind: 'clarification',
        title: '关于“明日全县停课”的澄清',
        body: CLARIFICATION,
      }),
      step(after(105), 'office', 'submitWording', (state) => wordingOf(state, 'clarification')),
      ...approvals(
        'clarification',
        { leader: after(112), deputy: after(118), deputy2: after(122), member: after(126) },
        '立即发布',
      ),
      step(after(135), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'clarification'),
        accountId: cast.weibo,
        signatory: BUREAU,
        url: 'https://weibo.example/yunling-edu/500931',
      })),
      counted(after(200), 'officer', 14, 61_000, 402, 890),
      counted(t.day(15, '08:20'), 'officer2', 21, 118_000, 655, 1340),
      step(t.day(15, '09:00'), 'office', 'categorise', {
        category: 'malicious_spread',
        reason: '澄清发布并置顶后，同一批账号仍裁去年份重复发布，评论区有人指出后删除评论继续发。',
      }),
      step(t.day(15, '09:40'), 'deputy2', 'confirmCategory', (state) => ({
        categorisationId: newest(state, 'categorisations').id,
      })),
      counted(t.day(13, '09:00'), 'officer', 22, 131_000, 690, 1402),
      counted(t.day(11, '09:10'), 'officer2', 22, 133_000, 694, 1409),
      step(t.day(10, '09:30'), 'officer', 'recordSample', (state) => ({
        mentionId: firstMention(state),
        isVisible: false,
        note: '原帖已看不到，何人处理不详；不作为平稳依据',
      })),
      counted(t.day(10, '09:35'), 'officer', 22, 133_400, 695, 1411),
      step(again, 'office', 'reopen', {
        reason: '一家本地聚合号把旧图改成“停课三天”再次发布，一小时转发过百。',
      }),
      step(since(12), 'officer', 'linkMention', {
        url: 'https://news.example/yunling/88310',
        platform: 'news',
        text: '速看：云岭县停课三天（图）。',
        author: '云岭头条搬运工',
        publishedAt: since(-75),
        counts: { views: 19_000, reposts: 116, comments: 230 },
        mediaTier: 'local',
        region: '云岭县',
      }),
      step(since(30), 'office', 'assign', {
        unitId: cast.basic,
        urgency: 'very_urgent',
        requirement: '核对“停课三天”图片出处，确认各校次日安排。',
        points: ['与旧通知有何不同', '各校次日是否正常上课'],
        responsible: '方予安',
        dueAt: since(180),
      }),
      step(since(36), 'handler3', 'acceptAssignment', latestAssignment),
      step(since(60), 'officer', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '续报：旧停课通知改头换面再次传播，已重启处置，拟于今晚再发澄清。',
        newRisks: '临近降温，若真有停课通知，公众难以分辨。',
      }),
      step(since(64), 'office', 'planMeasure', {
        content: LOOK_UP,
        unitId: cast.basic,
        dueAt: since(240),
      }),
      step(since(75), 'handler3', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'untrue',
        answers: answered(['true', '底图相同，“一天”改为“三天”。'], ['true', '各校次日正常上课。']),
        course: '底图仍是两年前旧通知，“一天”改为“三天”；各校次日正常上课。',
        signedByPrincipal: '股长 方予安',
      })),
      step(since(80), 'office', 'draftWording', {
        kind: 'clarification',
        title: '关于旧“停课通知”再次传播的澄清',
        body: SECOND,
      }),
      step(since(84), 'office', 'submitWording', (state) => wordingOf(state, 'clarification')),
      ...approvals('clarification', {
        leader: since(95),
        deputy: since(101),
        leader2: since(107),
        member: since(112),
      }),
      step(since(120), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'clarification'),
        accountId: cast.weibo,
        signatory: BUREAU,
        url: 'https://weibo.example/yunling-edu/501044',
      })),
      step(since(130), 'office', 'sendCorrectionLetter', (state) => ({
        ...wordingOf(state, 'clarification'),
        outlet: '本地资讯号“云岭头条搬运工”',
        articleUrl: 'https://news.example/yunling/88310',
        wrong: '云岭县停课三天',
        fact: '我县各校次日正常上课，所附图片是两年前的旧通知，年份被裁去，“一天”被改为“三天”。',
        demand: 'correct',
        signatory: BUREAU,
        replyDueAt: since(130 + 24 * 60),
      })),
      step(since(150), 'office', 'recordMeasure', (state) => ({
        content: LOOK_UP,
        unitId: cast.basic,
        plannedId: newest(state, 'measures').id,
      })),
      counted(since(180), 'officer', 31, 161_000, 871, 1804),
      counted(t.day(4, '09:00'), 'officer2', 33, 177_000, 902, 1890),
      step(since(17 * 60), 'office', 'recordCorrectionReply', (state) => ({
        letterId: newest(state, 'correctionLetters').id,
        outcome: 'corrected',
        answer: '已在原文位置刊登更正并注明更正时间。',
        answerUrl: 'https://news.example/yunling/88310-gengzheng',
      })),
      counted(t.day(3, '09:00'), 'officer', 34, 183_000, 915, 1921),
      counted(t.day(2, '09:10'), 'officer', 34, 185_500, 918, 1930),
      counted(t.day(1, '09:05'), 'officer2', 34, 186_300, 919, 1933),
      counted(t.day(0, '09:00'), 'officer', 34, 186_600, 919, 1934),
    ],
  };
}
