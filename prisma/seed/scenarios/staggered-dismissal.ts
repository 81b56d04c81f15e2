import { BUREAU, type Cast } from '../builders/cast';
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

const ANSWER = `您提出的“错峰放学”建议，我们认真研究并采纳了:

一、您的建议：甲小学、乙中学错开二十分钟放学，缓解校门口拥堵。
二、研究情况：会同交警连续三天测算，两校同时放学时路口排队约四百米，错开二十分钟可减半。
三、采纳安排：下周一起试行两周，小学16时30分、初中16时50分放学；路口增派一名交警。
四、请您监督：试行期间有不便，请拨打 0900-5551006。
五、感谢您为孩子们想到这件事。两周后我们会把效果告诉您。`;

/** A suggestion that was taken up, and the person thanked. */
export function staggeredDismissal(t: Moments, cast: Cast): Story {
  const found = t.workday(16, '09:40');
  const after = (minutes: number) => later(found, minutes);
  const day = (count: number, time: string) => t.workday(count, time);
  return {
    name: 'staggered-dismissal',
    steps: [
      step(found, 'officer', 'log', {
        title: '公众号留言：建议小学、初中错峰放学',
        summary: '家长留言建议甲小学与相邻的乙中学错开二十分钟放学，并附路口拥堵照片和时间记录。',
        demand: '错开放学时间，缓解路口拥堵',
        unitId: cast.basic,
        unit: '基础教育股',
        category: 'suggestion',
        source: {
          url: 'https://wechat.example/yunling-jiaoyu/messages/3310',
          platform: 'wechat',
          text: '连续数了五天，16:35路口排到桥头。小学早放20分钟就够了，不用花钱。有需要可以找我，13600002233。',
          author: '桥头数车人',
          publishedAt: after(-18),
          region: '云岭县',
        },
      }),
      step(after(40), 'officer', 'reply', {
        channel: 'thread',
        accountId: cast.wechat,
        signatory: BUREAU,
        acknowledgementKey: 'received',
      }),
      step(after(60), 'office', 'present', {
        assessment: {
          facts: '建议具体、有记录，无负面情绪。',
          gradingFacts: { crossRegion: false, imageImpact: 'small' },
          proposedGrade: 'ordinary',
        },
        activation: {
          leadUnitId: cast.basic,
          offlineOwner: '基础教育股 方予安',
          onlineOwner: '舆情办 简书宁',
        },
        assignment: {
          unitId: cast.basic,
          kind: 'handle',
          urgency: 'normal',
          requirement: '会同交警测算并提出是否采纳的意见。',
          points: ['路口高峰排队长度', '错开后能减多少', '教师延时、家长接送受何影响'],
          responsible: '方予安',
          dueAt: day(12, '17:00'),
        },
      }),
      step(after(95), 'deputy', 'decideGrade', {
        grade: 'ordinary',
        scales: { sensitivity: 'not_sensitive' },
        reason: '有积极意义的建议，不属敏感信息',
      }),
      step(day(15, '08:55'), 'handler3', 'acceptAssignment', latestAssignment),
      step(day(13, '16:20'), 'handler3', 'feedBack', (state) => ({
        ...latestAssignment(state),
        finding: 'true',
        answers: answered(
          ['true', '高峰排队最长约180米。'],
          ['partly_true', '测算可减少三分之一左右。'],
          ['true', '每班需增加20分钟看护，家长多数赞成。'],
        ),
        course: '与交警连续三天测算，拥堵情况与留言一致。',
        cause: '两校放学时间相同，共用一个路口。',
        measuresTaken: '拟试行错峰二十分钟，两周后评估。',
        proposedAnswer: '采纳并致谢，告知试行安排。',
        signedByPrincipal: '股长 方予安',
      })),
      step(day(13, '17:00'), 'office', 'settleAssignment', latestAssignment),
      step(day(12, '10:00'), 'office2', 'draftWording', {
        kind: 'reply',
        title: '关于错峰放学建议的答复',
        body: ANSWER,
      }),
      step(day(12, '10:10'), 'office2', 'submitWording', (state) => wordingOf(state, 'reply')),
      ...approvals('reply', { deputy: day(12, '11:30') }, '采纳，并当面谢谢这位家长'),
      step(day(12, '14:40'), 'spokesperson', 'reply', (state) => ({
        channel: 'thread',
        kind: 'formal',
        accountId: cast.wechat,
        signatory: BUREAU,
        ...wordingOf(state, 'reply'),
      })),
      step(day(12, '15:00'), 'officer', 'recordSample', {
        items: 1,
        views: 860,
        comments: 31,
        likes: 204,
        note: '评论多为支持',
      }),
      step(day(11, '09:20'), 'office', 'recordMeasure', {
        content: '两校发布错峰放学通知，路口增派交警一名。',
        unitId: cast.basic,
      }),
      step(day(10, '15:20'), 'officer2', 'recordSample', {
        items: 1,
        views: 880,
        comments: 32,
        likes: 206,
      }),
      step(day(10, '16:00'), 'office', 'confirmCalm', {
        handled: true,
        mediaGone: true,
        moodCalm: true,
        note: '建议已采纳，评论正面且不再增长。',
      }),
      step(day(8, '10:30'), 'office', 'confirmResolved', {
        note: '试行首周路口排队由约四百米降到约一百八十米。',
      }),
      step(day(8, '11:00'), 'office', 'writeReview', {
        course: '收到建议当日受理，四个工作日内测算并答复采纳。',
        timeliness: '初步回应、答复意见均在时限内。',
        causes: ['service'],
        effect: '路口排队减半，建议人收到感谢和试行安排。',
        lessons: '好的建议要说清怎么采纳、什么时候见效。',
      }),
      step(day(8, '11:10'), 'office', 'addCorrectiveAction', {
        content: '试行满两周后评估，推广到三所共用路口的学校',
        unitId: cast.basic,
        owner: '方予安',
        dueAt: t.next('17:30', 7 * 1440),
      }),
      step(day(7, '09:10'), 'deputy', 'approveReview', (state) => {
        const { id: reviewId, contentHash } = newest(state, 'reviews');
        return { reviewId, contentHash };
      }),
      step(day(6, '08:50'), 'leader', 'close', {}),
    ],
  };
}
