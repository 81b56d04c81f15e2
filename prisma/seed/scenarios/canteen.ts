import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import { later, type Moments, onDayOf } from '../builders/moments';
import { DRAWINGS } from '../builders/picture';
import {
  approvals,
  asSeen,
  latestAssignment,
  newest,
  type Story,
  screenshot,
  step,
  wordingOf,
} from '../builders/story';

const SIGHTING =
  '甲小学食堂午餐里吃出异物，孩子说是一截钢丝球。班群里好几个家长都说遇到过，学校到现在没个说法。视频在这，大家看看。家长联系电话 13900007788。';

const FIRST_STATEMENT = `关于甲小学食堂餐食异物情况的说明

一、已知事实：昨日22时40分，我局注意到网上反映甲小学食堂餐食中发现异物的短视频，经初步了解，视频拍摄于甲小学学生食堂。
二、正在核实：异物的种类和来源、当日留样、清洗环节的操作记录。
三、已采取措施：涉事餐线已停用，当日留样已封存送检；我局工作人员已到校，学校今日为学生提供备用餐。
四、下次更新时间：检测结果出来后，最迟在下次更新时限前公布。
五、联系方式：值班电话 0900-5551001。`;

/** Found at 22:40, reported up twelve minutes late and late for ever; the kitchen is still checked. */
export function canteen(t: Moments, cast: Cast): Story {
  const found = t.last('22:40', 10.75);
  const after = (minutes: number) => later(found, minutes);
  const morning = (time: string) => onDayOf(found, time, 1);
  return {
    name: 'canteen',
    steps: [
      step(found, 'officer', 'log', {
        title: '甲小学食堂午餐吃出异物，短视频在本地传播',
        summary:
          '网民发布15秒短视频，称甲小学学生午餐中有疑似钢丝球残段，评论区多名自称家长者称曾遇到类似情况。',
        demand: '查清异物来源，公布检测结果，保证孩子吃饭安全',
        unitId: cast.schoolLogistics,
        unit: '甲小学食堂',
        flags: { danger: false, minors: true, media: false, rising: true },
        category: 'inquiry',
        opinionOccurredAt: after(-95),
        eventOccurredAt: onDayOf(found, '11:50'),
        source: {
          url: 'https://douyin.example/video/7301190422',
          platform: 'douyin',
          text: SIGHTING,
          author: '小城饭桌观察',
          publishedAt: after(-95),
          counts: { views: 18_400, reposts: 86, comments: 213, likes: 640 },
          mediaTier: 'none',
          region: '云岭县',
        },
      }),
      step(after(4), 'officer', 'setProvisionalGrade', { grade: 'serious' }),
      screenshot(after(6), 'officer', {
        fileName: '短视频截图_00时07秒.png',
        about: '餐盘与异物，发布者头像已遮盖',
        drawing: DRAWINGS.lunchTray,
      }),
      step(after(9), 'officer', 'sendReport', {
        medium: 'oral',
        target: 'leader',
        recipient: '带班领导、局长韩立本',
        content:
          '电话报告：甲小学食堂餐食异物短视频，已看原视频，转发近百且还在上升。局长要求连夜核实、封存留样。',
      }),
      step(after(18), 'officer', 'reply', {
        channel: 'thread',
        kind: 'first',
        accountId: cast.weibo,
        signatory: BUREAU,
        acknowledgementKey: 'safety_first',
      }),
      step(after(35), 'office', 'assign', {
        unitId: cast.safety,
        kind: 'verify',
        urgency: 'very_urgent',
        requirement: '会同市场监管所到校，核实异物来源，封存留样，核对清洗操作记录和当日监控。',
        points: [
          '视频是否拍自甲小学食堂',
          '异物为何物、从哪一环节混入',
          '当日留样是否齐全并已封存',
          '此前有无类似投诉，怎样处理',
        ],
        responsible: '田守拙',
        liaison: '简书宁',
        dueAt: onDayOf(found, '12:00', 2),
      }),
      step(after(50), 'handler', 'acceptAssignment', latestAssignment),
      step(after(70), 'office', 'assign', {
        unitId: cast.schoolLogistics,
        kind: 'handle',
        isLead: false,
        urgency: 'very_urgent',
        requirement: '停用涉事餐线，封存当日留样，准备次日备用餐；安排班主任与当事学生家长联系。',
        points: ['停用涉事餐线', '封存留样', '备用餐方案'],
        responsible: '梁有禾',
      }),
      step(after(85), 'handler2', 'acceptAssignment', latestAssignment),
      step(after(110), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 31_000,
        reposts: 124,
        comments: 388,
        likes: 1020,
      })),
      step(after(150), 'handler2', 'recordMeasure', {
        content:
          '涉事餐线断电停用，当日六份留样装箱贴封条，存放于学校保管室，钥匙由安全与后勤股和学校各持一把。',
        unitId: cast.schoolLogistics,
      }),
      step(after(252), 'officer', 'sendReport', {
        medium: 'written',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content:
          '首报：22时40分发现反映甲小学食堂餐食异物的短视频。截至报告时播放约3.1万、转发124。学校已停用涉事餐线、封存留样，我局人员已到校。建议按重大舆情处置。报送延误原因：现场核实留样数量耗时，未及时先报。',
        nextReportAt: morning('12:00'),
      }),
      step(after(260), 'office', 'note', {
        content:
          '首报超过四小时时限12分钟。值班员当时在校封存留样，应当先电话报县政府办再补书面材料，记入复盘。',
      }),
      step(morning('07:35'), 'office', 'present', {
        assessment: {
          facts:
            '视频拍自甲小学食堂二号餐线，餐盘与校徽可辨认；异物外形与食堂所用钢丝球相近，待检测。',
          spread: '播放4.6万，转发过百，出现“外地也有”的联想，本地自媒体两家跟进。',
          risks: '涉及未成年人食品安全，易与既往投诉叠加；今日午餐为敏感节点。',
          gradingFacts: { reposts: 163, rising: true, crossRegion: false, imageImpact: 'large' },
          proposedGrade: 'serious',
        },
      }),
      step(morning('07:58'), 'leader', 'decideGrade', {
        grade: 'serious',
        scales: { sensitivity: 'important_sensitive' },
        reason: '转发超过一百条，涉及学生饮食安全',
      }),
      step(morning('08:06'), 'office', 'activate', {
        leadUnitId: cast.safety,
        offlineOwner: '安全与后勤股 田守拙',
        onlineOwner: '舆情办 陆怀瑾',
      }),
      step(morning('08:12'), 'county_duty', 'acknowledgeReport', (state) => ({
        reportId: state.reports.find((one) => one.target === 'superior')?.id ?? '',
      })),
      step(morning('08:20'), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 52_300,
        reposts: 171,
        comments: 540,
        likes: 1490,
      })),
      step(morning('08:40'), 'deputy2', 'urge', (state) => ({
        assignmentId: state.assignments[0]?.id ?? '',
      })),
      step(morning('08:50'), 'office2', 'draftWording', {
        kind: 'internal_line',
        title: '甲小学食堂异物对外口径（内部）',
        body: '统一说法：已停用餐线、已封存送检，结果出来后公布。不评论异物种类，不推测责任，不透露当事学生信息。',
      }),
      step(morning('08:58'), 'office2', 'submitWording', (state) =>
        wordingOf(state, 'internal_line'),
      ),
      step(morning('09:03'), 'office', 'recordConsent', (state) => ({
        ...asSeen(state, 'internal_line'),
        personId: state.incident.gradedBy ?? '',
        agreedAt: morning('09:02'),
        wordsRead: '全文读了一遍，“不推测责任”一句念了两遍，局长说照此口径。',
      })),
      ...approvals('internal_line', {
        deputy: morning('09:08'),
        deputy2: morning('09:10'),
        member: morning('09:12'),
      }),
      step(morning('09:21'), 'leader', 'countersignConsent', (state) => ({
        decisionId: state.approvalDecisions.find((one) => one.how === 'phone')?.id ?? '',
      })),
      step(morning('09:00'), 'office2', 'draftWording', {
        kind: 'statement',
        title: '关于甲小学食堂餐食异物情况的说明',
        body: FIRST_STATEMENT.replace('涉事餐线已停用，当日留样已封存送检', '涉事餐线已停用'),
      }),
      step(morning('09:12'), 'office', 'reviseWording', (state) => ({
        ...wordingOf(state, 'statement'),
        body: FIRST_STATEMENT,
      })),
      step(morning('09:15'), 'office', 'submitWording', (state) => wordingOf(state, 'statement')),
      ...approvals('statement', { leader: morning('09:22') }, '同意，先把已经做的说清楚'),
      ...approvals('statement', {
        deputy: morning('09:27'),
        deputy2: morning('09:29'),
        member: morning('09:31'),
      }),
      step(morning('11:50'), 'officer', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content:
          '续报：已定为重大舆情并启动预案，留样由市检验机构取走，今日备用餐已到校。情况说明已由领导小组审定，核对送检时间后发布。',
        newRisks: '午餐时段可能有家长到校查看，学校已开放食堂参观通道。',
      }),
      step(morning('13:20'), 'spokesperson', 'publish', (state) => ({
        ...wordingOf(state, 'statement'),
        way: 'account',
        accountId: cast.weibo,
        signatory: BUREAU,
        url: 'https://weibo.example/yunling-edu/501190',
        stillChecking: '异物的材质和混入环节，检验结果尚未出来',
        nextUpdateAt: onDayOf(found, '18:00', 2),
      })),
      step(morning('13:40'), 'officer', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 70_800,
        reposts: 204,
        comments: 811,
        likes: 1980,
      })),
      step(morning('14:10'), 'office', 'planMeasure', {
        content: '检验结果出来后召开家长代表说明会，开放后厨并公布留样检验报告。',
        unitId: cast.schoolLogistics,
        dueAt: onDayOf(found, '16:00', 3),
      }),
      step(morning('17:10'), 'officer', 'sendReport', {
        kind: 'update',
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content: '续报：已发布情况说明，留样已送市检验机构，预计明日出结果。播放约7万，增速放缓。',
        newRisks: '部分家长拟于明早在校门口要求面谈，学校已安排接待。',
      }),
      step(onDayOf(found, '08:20', 2), 'officer2', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 79_100,
        reposts: 213,
        comments: 902,
        likes: 2140,
      })),
    ],
  };
}
