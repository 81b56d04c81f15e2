import type { Cast } from '../builders/cast';
import type { Moments } from '../builders/moments';
import { type Story, step } from '../builders/story';

/** A fight at a school of the same name elsewhere, seen through by two people. */
export function otherPlace(t: Moments, cast: Cast): Story {
  const at = (time: string) => t.day(9, time);
  return {
    name: 'other-place',
    steps: [
      step(at('20:15'), 'officer2', 'log', {
        title: '“乙中学”学生打架视频',
        summary: '短视频标题写“乙中学学生群殴”，画面为校门口多名学生推打。',
        demand: '学校和教育部门管一管',
        unitId: cast.middleSchool,
        unit: '乙中学',
        flags: { danger: false, minors: true, media: false, rising: true },
        source: {
          url: 'https://douyin.example/video/7301100015',
          platform: 'douyin',
          text: '乙中学门口又打起来了，没人管？校服都没换。',
          author: '街头随拍小队',
          publishedAt: at('19:20'),
          counts: { views: 12_600, reposts: 58, comments: 140, likes: 330 },
        },
      }),
      step(at('20:24'), 'officer2', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '顾明谦',
        content: '电话报告：网上有“乙中学”打架视频，正在核对地点。',
      }),
      step(at('20:38'), 'officer2', 'note', {
        content:
          '与乙中学总务处视频核对：校门样式、校服颜色均不同；画面中路牌为“望川大道”，本县没有这条路。发布者主页定位在邻省。',
      }),
      step(at('20:52'), 'officer2', 'dismiss', {
        reason: 'other_place',
        note: '视频中的学校为外省同名学校，与本县乙中学无关。依据：校门、校服、路牌三处不符，附截图比对。',
      }),
      step(at('21:20'), 'deputy', 'confirmDismissal', {}),
      step(t.day(8, '09:10'), 'office', 'note', {
        content: '已把核对方法告诉乙中学信息员；若再被误指，可直接用比对图说明。',
      }),
    ],
  };
}
