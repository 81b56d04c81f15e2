import { BUREAU, type Cast } from '../builders/cast';
import { later, type Moments, onDayOf } from '../builders/moments';
import {
  approvals,
  latestAssignment,
  newest,
  type Story,
  step,
  wordingOf,
} from '../builders/story';

const LETTER = `各位家长:

一、已知事实：有家长反映新跑道气味刺鼻，目前三名同学自述头晕，均已联系，没有就医。
二、正在核实：跑道验收检测报告和近期通风情况。
三、已采取措施：跑道已封闭，体育课改到体育馆；有不适的同学请到校医室登记。
四、下次更新时间：检测报告核对后，最迟五个工作日内告知。
五、联系方式：校办公室 0900-5552002。`;

/** A school's own incident: logged by its monitor, reported up, and so seen by the bureau. */
export function runningTrack(t: Moments, cast: Cast): Story {
  const found = t.last('17:20', 3);
  const after = (minutes: number) => later(found, minutes);
  const nextDay = (time: string) => onDayOf(found, time, 1);
  return {
    name: 'running-track',
    steps: [
      step(found, 'monitor', 'log', {
        title: '家长群反映操场跑道气味大',
        summary: '三年级家长群有人反映新跑道味道刺鼻，孩子体育课后头晕，要求检测。',
        demand: '停用跑道，公布检测报告',
        unitId: cast.schoolConduct,
        unit: '甲小学操场',
        flags: { danger: false, minors: true, media: false, rising: false },
        category: 'inquiry',
        source: {
          platform: 'wechat',
          text: '新跑道味道太冲了，孩子回来说头晕。有检测报告吗？我电话 13500009911，学校回个话。',
          author: '三(2)班航航爸爸',
          publishedAt: after(-25),
        },
      }),
      step(after(20), 'monitor', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '林见山校长',
        content: '电话报告：家长反映跑道气味，建议明天体育课先改到体育馆。',
      }),
      step(after(38), 'school_office', 'reply', {
        channel: 'thread',
        accountId: cast.schoolWechat,
        signatory: '云岭县甲小学',
        acknowledgementKey: 'safety_first',
      }),
      step(after(60), 'school_office', 'assign', {
        unitId: cast.schoolLogistics,
        requirement: '调出跑道验收检测报告，今晚封闭跑道通风。',
        points: ['验收检测报告编号和结论', '近一周气温和通风情况', '是否有学生就医'],
        responsible: '梁有禾',
        dueAt: t.next('12:00', 150),
      }),
      step(after(75), 'handler2', 'acceptAssignment', latestAssignment),
      step(after(96), 'monitor', 'sendReport', {
        target: 'superior',
        recipient: BUREAU,
        content:
          '首报：家长群反映新跑道气味刺鼻，已封闭跑道、改室内上课，正在调取检测报告。暂无学生就医。',
      }),
      step(after(118), 'officer', 'acknowledgeReport', (state) => ({
        reportId: newest(state, 'reports').id,
      })),
      step(after(140), 'handler2', 'recordMeasure', {
        content: '跑道已拉线封闭，体育课改到体育馆；请有不适的同学到校医室登记。',
        unitId: cast.schoolLogistics,
      }),
      step(after(165), 'school_office', 'assess', {
        facts: '跑道两周前验收，报告待调取；目前3名家长反映。',
        gradingFacts: { crossRegion: false, imageImpact: 'small', reposts: 0 },
        proposedGrade: 'ordinary',
      }),
      step(after(170), 'school_office', 'draftWording', {
        kind: 'letter_to_parents',
        title: '关于操场跑道气味的致家长信',
        body: LETTER,
      }),
      step(after(174), 'school_office', 'submitWording', (state) =>
        wordingOf(state, 'letter_to_parents'),
      ),
      ...approvals('letter_to_parents', { school_leader: after(178) }),
      step(nextDay('13:30'), 'school_office', 'publish', (state) => ({
        ...wordingOf(state, 'letter_to_parents'),
        way: 'letter',
        signatory: '云岭县甲小学',
        url: 'https://wechat.example/jia-xiaoxue/jiazhang-xin',
      })),
    ],
  };
}
