import { BUREAU, type Cast, COUNTY_OFFICE } from '../builders/cast';
import { later, type Moments } from '../builders/moments';
import {
  deadlineOf,
  latestAssignment,
  newest,
  type Story,
  step,
  wordingOf,
} from '../builders/story';

/** An award list that accuses the deputy who usually approves: he steps aside, the step passes on. */
export function awardList(t: Moments, cast: Cast): Story {
  const found = t.last('15:20', 5);
  const after = (minutes: number) => later(found, minutes);
  const feedbackDue = t.fullHour(60);
  return {
    name: 'award-list',
    steps: [
      step(found, 'officer2', 'log', {
        title: '骨干教师评优名单被指“照顾关系户”',
        summary: '网帖称骨干教师评优公示名单中一人系分管副局长亲属，评分表未公开。',
        demand: '公开评分表，说明评审过程和回避情况',
        unitId: cast.staffing,
        unit: '人事师资股',
        category: 'inquiry',
        source: {
          url: 'https://bbs.example/yunling/thread-88597',
          platform: 'forum',
          text: '评优名单第三个，年年有他？听说跟分管的副局长是亲戚。评分表敢不敢晒。@山村教书十二**',
          author: '讲台边上的人',
          publishedAt: after(-64),
          counts: { views: 2900, reposts: 41, comments: 126, likes: 73 },
          region: '云岭县',
        },
      }),
      step(after(15), 'officer2', 'reply', {
        channel: 'phone',
        signatory: BUREAU,
        acknowledgementKey: 'received',
      }),
      step(after(25), 'office', 'assign', {
        unitId: cast.staffing,
        requirement: '调齐评审材料，说明评委组成、评分和回避情况；不得联系发帖人。',
        points: ['评委与参评人有无亲属关系', '评分表和公示是否按规定', '同一人近三年获评情况'],
        responsible: '路常清',
        liaison: '陆怀瑾',
        dueAt: feedbackDue,
      }),
      step(after(35), 'handler5', 'acceptAssignment', latestAssignment),
      step(after(40), 'office', 'assess', {
        facts: '公示名单确有网帖所指之人；与顾明谦副局长的关系待核。',
        spread: '限于本地论坛，跟帖百余。',
        risks: '涉及本局领导，须由无关人员办理。',
        gradingFacts: { reposts: 41, crossRegion: false, imageImpact: 'small' },
        proposedGrade: 'ordinary',
      }),
      // The one text of the demo that waits for a signature, with time left.
      step(later(t.now, -16), 'office2', 'draftWording', {
        kind: 'reply',
        title: '关于评优名单质疑的初步答复',
        body: '您反映的评优名单问题，我们已经受理。评审材料正在逐份核对，分管负责人已回避，由其他负责人办理。核对结果和评分表按规定可以公开的部分，最迟五个工作日内公布。联系电话 0900-5551008。',
      }),
      step(later(t.now, -12), 'office2', 'submitWording', (state) => wordingOf(state, 'reply')),
      step(after(62), 'deputy', 'declareInterest', {
        reason: '网帖所指之人是我妻子的表弟，本件我全程回避。',
      }),
      step(after(95), 'office', 'reportMatter', {
        authority: 'discipline_inspection',
        content: '按规定将网帖反映的评优回避问题，作为问题线索抄送派驻纪检监察组，由其独立判断。',
      }),
      step(after(120), 'leader', 'countersignMatter', (state) => ({
        matterReportId: newest(state, 'matterReports').id,
      })),
      step(after(150), 'officer2', 'sendReport', {
        target: 'superior',
        recipient: COUNTY_OFFICE,
        content:
          '首报：网帖质疑骨干教师评优，涉及我局一名副局长，本人已申请回避，线索已抄送派驻纪检监察组。',
      }),
      step(after(165), 'county_duty', 'acknowledgeReport', (state) => ({
        reportId: newest(state, 'reports').id,
      })),
      step(after(180), 'office', 'proposeNonPublication', {
        reason: 'under_investigation',
        explanation:
          '派驻纪检监察组正在核查，核查期间不公布个人信息；先对发帖人作受理答复，核查结束后公开评审情况。',
        expiresAt: later(t.next('17:30', 0), 10 * 1440),
      }),
      step(after(1410), 'leader', 'approveNonPublication', (state) => ({
        nonPublicationId: newest(state, 'nonPublications').id,
      })),
      step(after(240), 'officer2', 'recordSample', (state) => ({
        mentionId: newest(state, 'mentions').id,
        views: 4600,
        reposts: 52,
        comments: 181,
        likes: 96,
      })),
      step(later(feedbackDue, 20), 'office', 'urge', latestAssignment),
      step(later(feedbackDue, 42), 'office', 'acknowledgeEscalation', (state) => ({
        deadlineId: deadlineOf(state, 'assignment_feedback').id,
      })),
      step(later(feedbackDue, 45), 'handler5', 'note', {
        content: '评分原始表在评委个人手中，已逐一去取，材料齐后立即反馈。',
      }),
    ],
  };
}
