import type { Cast } from '../builders/cast';
import { later, type Moments, onDayOf } from '../builders/moments';
import { newest, type Story, step } from '../builders/story';

/** A student's words at midnight: a life first, the forms later; then the post is gone. */
export function midnight(t: Moments, cast: Cast): Story {
  const found = later(t.now, -130);
  const after = (minutes: number) => later(found, minutes);
  const last = onDayOf(found, '00:07');
  const written = last < found ? last : after(-6);
  return {
    name: 'midnight',
    steps: [
      step(found, 'officer', 'log', {
        title: '学生深夜发文流露轻生念头',
        summary: '巡查发现一名自称乙中学学生的网民零点后发文，流露轻生念头，定位在县城河边步道。',
        demand: '找到人，确认安全',
        unitId: cast.middleSchool,
        unit: '乙中学',
        flags: { danger: true, minors: true, media: false, rising: false },
        source: {
          url: 'https://weibo.example/u/9907/posts/1203',
          platform: 'weibo',
          text: '都睡了吧。我不想再去学校了，也不想回家。河边挺安静的。对不起。',
          author: '没有名字的风',
          publishedAt: written,
          counts: { views: 214, reposts: 3, comments: 11, likes: 8 },
          region: '云岭县',
        },
      }),
      step(after(4), 'officer', 'reportMatter', {
        authority: 'police_110',
        content:
          '拨打110:一名学生发文流露轻生念头，定位河边步道。已提供帖文链接和所称学校，请求查找并保护。',
        reference: '110 接警席 03',
      }),
      step(after(6), 'officer', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '带班领导、乙中学值班校长',
        content: '电话报告：学生轻生言论，已报110，请学校立即逐班核对住校生、联系家长。',
      }),
      step(after(13), 'officer', 'note', {
        content:
          '不在帖下公开回复，不转发、不截图外传；由学校心理教师通过班主任联系本人。存档截图中头像和昵称已遮盖。',
      }),
      step(after(21), 'deputy2', 'countersignMatter', (state) => ({
        matterReportId: newest(state, 'matterReports').id,
      })),
      step(after(38), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 260,
        reposts: 3,
        comments: 14,
        likes: 9,
      })),
      step(after(64), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        isVisible: false,
        note: '帖文已不可见，是谁删除不详；继续按有危险处理',
      })),
      step(after(71), 'officer', 'note', {
        content:
          '派出所来电：已在步道附近找到一名学生，人身安全，家长和班主任在场。身份是否与发文人一致，正在确认。',
      }),
    ],
  };
}
