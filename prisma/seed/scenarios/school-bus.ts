import { fromLocal } from '@/lib/calendar/instant';
import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import { later, type Moments } from '../builders/moments';
import { DRAWINGS } from '../builders/picture';
import {
  approvals,
  latestAssignment,
  newest,
  type Story,
  screenshot,
  step,
  wordingOf,
} from '../builders/story';

const STATEMENT = `关于甲小学校车超员的情况说明

一、已知事实：网传照片属实，该车核载19人，当日实载25人，超员6人。
二、正在核实：承运单位的日常管理和其他车辆的载客情况。
三、已采取措施：涉事车辆停运，增派一辆校车；交警部门依法处理驾驶人和承运单位。
四、下次更新时间：三日内公布全县校车核对结果。
五、联系方式：安全与后勤股 0900-5551005。`;

/** An overloaded school bus: graded ordinary, raised when television called; the answer is due at 17:00. */
export function schoolBus(t: Moments, cast: Cast): Story {
  const found = t.last('16:40', 4);
  const after = (minutes: number) => later(found, minutes);
  const ride = fromLocal(t.lastWorkday(found), '16:12');
  return {
    name: 'school-bus',
    steps: [
      step(found, 'officer', 'log', {
        title: '校车过道站满学生，照片被转到本地群',
        summary: `网民发布照片,称${t.weekday(ride)}放学时一辆校车过道站满小学生,车身可见“甲小学接送”字样。`,
        demand: '查车、查人数，保证孩子坐车安全',
        unitId: cast.safety,
        unit: '甲小学校车',
        flags: { danger: true, minors: true, media: false, rising: true },
        category: 'inquiry',
        eventOccurredAt: ride < found ? ride : after(-28),
        source: {
          url: 'https://weibo.example/u/7730/posts/9012',
          platform: 'weibo',
          text: '接孩子拍到的，过道全站着，车还开得飞快。车牌看不清。@云岭教育发** 管不管？',
          author: '三年级家长的一天',
          publishedAt: after(-17),
          counts: { views: 5100, reposts: 34, comments: 77, likes: 120 },
          region: '云岭县',
        },
      }),
      screenshot(after(8), 'officer', {
        fileName: '网传校车照片_已打码.png',
        about: '网传照片，学生面部和车牌已遮盖',
        drawing: DRAWINGS.schoolBus,
      }),
      step(after(12), 'officer', 'setProvisionalGrade', { grade: 'ordinary' }),
      step(after(20), 'officer', 'reply', {
        channel: 'thread',
        accountId: cast.weibo,
        signatory: BUREAU,
        acknowledgementKey: 'safety_first',
      }),
      step(after(40), 'office', 'assign', {
        unitId: cast.safety,
        urgency: 'very_urgent',
        requirement: '会同交警核对当日该车核载与实载，调取车内监控。',
        points: ['核载与实载各多少', '照片时间和车辆', '随车照管员是否在岗'],
        responsible: '田守拙',
        dueAt: t.next('20:00', 90),
      }),
      step(after(48), 'handler', 'acceptAssignment', latestAssignment),
      step(after(55), 'officer', 'sendReport', {
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '首报：网传甲小学校车过道站人照片，转发30余，已请交警核对车内监控。',
      }),
      step(after(72), 'office', 'assess', {
        facts: '照片拍自甲小学二号校车，日期为当日放学时段；是否超员待监控核对。',
        spread: '转发30余，限于本地。',
        gradingFacts: { reposts: 34, crossRegion: false, imageImpact: 'small' },
        proposedGrade: 'ordinary',
      }),
      step(after(86), 'deputy2', 'decideGrade', { grade: 'ordinary' }),
      step(after(120), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 14_800,
        reposts: 96,
        comments: 240,
        likes: 410,
      })),
      step(after(140), 'spokesperson', 'recordMediaEnquiry', {
        outlet: '市电视台“民生直通车”栏目',
        question:
          '照片是否属实？核载多少、实载多少？对涉事车辆和人员怎么处理？需在17时前答复，否则按现有画面播出。',
        receivedAt: after(136),
        pressDeadlineAt: t.next('17:00', 20),
      }),
      step(after(150), 'officer', 'linkMention', {
        url: 'https://tv.example/minsheng/20260718',
        platform: 'broadcast',
        text: '市电视台预告：校车过道站满孩子，记者正在核实。',
        publishedAt: after(145),
        mediaTier: 'city',
        counts: { views: 2600, reposts: 12, comments: 9 },
        region: '市',
      }),
      step(after(160), 'office', 'assess', {
        facts: '车内监控已看：核载19人，实载25人，超员6人，照管员在岗。',
        spread: '市电视台介入，转发接近百条。',
        risks: '涉学生乘车安全，若只说“正在核实”会被理解为回避。',
        gradingFacts: { reposts: 96, mediaTier: 'city', rising: true },
        proposedGrade: 'serious',
        worsened: true,
      }),
      step(after(170), 'leader', 'regrade', {
        grade: 'serious',
        reason: '市级电视台已介入，且超员属实，按重大处置。',
      }),
      step(after(185), 'office', 'draftWording', {
        kind: 'press_answer',
        title: '答市电视台记者问：甲小学校车超员',
        body: '一、照片属实。该车核载19人，当日实载25人。\n二、涉事车辆已停运，增派一辆校车顶替，今日起恢复正常接送。\n三、交警部门正在依法处理驾驶人和承运单位，我局对学校通报批评。\n四、全县校车今日起逐车核对载客人数，结果三日内公布。\n五、联系电话 0900-5551012。',
      }),
      step(after(190), 'office', 'submitWording', (state) => wordingOf(state, 'press_answer')),
      ...approvals(
        'press_answer',
        { leader: after(196), deputy: after(199), deputy2: after(201), member: after(204) },
        '直接说属实',
      ),
      step(after(215), 'officer', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content:
          '续报：舆情升为重大。核载19、实载25，超员属实，车辆已停运。市电视台要求17时前答复，答问稿已由领导小组审定，正在准备答复。',
        newRisks: '其他学校家长开始晒本校校车照片，可能扩散为全县校车安全话题。',
      }),
      step(after(230), 'handler', 'recordMeasure', {
        content: '二号校车停运，调用备用车一辆，明早按核载接送。',
        unitId: cast.safety,
      }),
      step(after(1320), 'office', 'draftWording', {
        kind: 'statement',
        title: '关于甲小学校车超员的情况说明',
        body: STATEMENT,
      }),
      step(after(1325), 'office', 'submitWording', (state) => wordingOf(state, 'statement')),
      ...approvals('statement', {
        leader: after(1331),
        deputy: after(1334),
        deputy2: after(1336),
        member: after(1339),
      }),
      step(after(1380), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'statement'),
        accountId: cast.weibo,
        signatory: BUREAU,
        url: 'https://weibo.example/yunling-edu/501203',
      })),
    ],
  };
}
