import type { ResponsePlanInput } from '../schema';
import { ANSWERED, FINAL_REPORT_SENT, RESULT_TOLD, SAME_DAY } from './answers';
import { falsehoodOrUnlawful, inquiry, maliciousSpread, TOLD_THEN_REFERRED } from './categories';
import { hours, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L173–L245');
const bureauOffice = t(
  '上级局舆情应急处置领导小组办公室',
  'Office of the opinion response group of the bureau above',
);

/** P09: one hour upward, by phone first where urgent, a review within three days. */
export const p09: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p09',
  title: t('国企下属公司重大舆情处置预案', 'Subsidiary of a state-owned group: serious opinion'),
  institution: t('国企集团下属公司', 'Subsidiary of a state-owned group'),
  summary: t(
    '1 小时内上报，紧急的先电话、30 分钟内补书面；当日答复处理意见，办结当日答复结果，平稳后三日内书面总结。',
    'Reported up within 1 h, by phone where urgent with the text within 30 min; an opinion the same day, the result on the day it is settled, a written review within three days of calm.',
  ),
  levels: [],
  scales: [],
  categories: [
    inquiry(
      t(
        '当即或发现当日答复处理意见，办结之日答复结果（原文此类仅存时限）',
        'An opinion at once or the same day, the result on the day it is settled (only the limits survive)',
      ),
    ),
    maliciousSpread(TOLD_THEN_REFERRED),
    falsehoodOrUnlawful(
      t(
        '依法澄清事实，并商请监察执法部门处理',
        'Clarified as the law provides; the supervising and enforcing authorities are asked to act',
      ),
    ),
  ],
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('重大舆情上报', 'Report a serious incident up'),
      start: 'discovered',
      ...hours(1),
      when: {},
      target: 'superior',
      recipient: bureauOffice,
      owner: 'office',
      metBy: SENT_UP,
      source: at('L215', '最迟1小时'),
    },
    {
      rule: 'written_after_oral',
      key: 'written_after_oral',
      title: t('电话口头报告后补书面报告', 'Written report after one by phone'),
      start: 'oral_reported',
      amount: 30,
      unit: 'minute',
      clock: 'wall',
      when: {},
      target: 'superior',
      recipient: bureauOffice,
      owner: 'office',
      metBy: [{ event: 'report.sent', where: { medium: 'written' } }],
      source: at('L215', '30分钟'),
    },
    {
      rule: 'reply_at_once',
      key: 'reply_at_once',
      title: t('能当即回复的当即回复', 'Answer at once what can be answered at once'),
      start: 'discovered',
      ...unnumbered(t('当即', 'at once')),
      when: { categories: ['inquiry'], difficulty: 'simple' },
      target: 'citizen',
      owner: 'office',
      metBy: ANSWERED,
      source: at('L221'),
    },
    {
      rule: 'reply_opinion',
      key: 'reply_opinion',
      title: t('当日答复处理意见', 'Tell the citizen the same day how it will be handled'),
      start: 'discovered',
      ...SAME_DAY,
      when: { categories: ['inquiry'] },
      target: 'citizen',
      owner: 'office',
      metBy: ANSWERED,
      source: at('L221', '发现当日内'),
    },
    {
      rule: 'reply_result',
      key: 'reply_result',
      title: t('办结当日答复处理结果', 'Tell the citizen the result on the day it is settled'),
      start: 'resolved',
      ...SAME_DAY,
      when: { categories: ['inquiry'] },
      target: 'citizen',
      owner: 'office',
      metBy: RESULT_TOLD,
      source: at('L221', '办结之日内'),
    },
    {
      rule: 'review_report',
      key: 'review_report',
      title: t('应对处置书面报告', 'Written report on the response'),
      start: 'stable',
      amount: 3,
      unit: 'day',
      clock: 'calendar_days',
      when: {},
      target: 'superior',
      recipient: t('集团', 'The group'),
      owner: 'office',
      metBy: FINAL_REPORT_SENT,
      source: at('L237', '三日内'),
    },
  ],
  chains: [],
  reporting: [
    {
      key: 'bureau_office',
      label: t(
        '办公室报上级局舆情应急处置领导小组办公室',
        'Office to the opinion response office of the bureau above',
      ),
      target: 'superior',
      when: {},
      source: at('L215'),
    },
    {
      key: 'departments',
      label: t('同时通报有关部门', 'At the same time to the departments concerned'),
      target: 'authority',
      when: {},
      simultaneous: true,
      source: at('L215'),
    },
    {
      key: 'group',
      label: t('再报集团（党委）', 'Then to the group (Party committee)'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '消除或趋于平稳后三日内书面报告集团',
      'Written report to the group within three days of the end or of calm',
    ),
    source: at('L237'),
  },
  patrols: [],
  stages: [
    { label: t('研判预警', 'Assessment and warning'), maps: ['detected', 'graded'] },
    { label: t('快速反应', 'Quick reaction'), maps: ['reported'] },
    { label: t('分类处置', 'Handling by category'), maps: ['responding'] },
    { label: t('动态跟踪', 'Follow-up'), maps: ['following'] },
    { label: t('总结评估', 'Review'), maps: ['reviewing'] },
  ],
  roles: [
    {
      role: 'leader',
      label: t('组长（支部书记）', 'Head (branch secretary)'),
      duties: t('监控第一责任人', 'First responsible for monitoring'),
    },
    {
      role: 'deputy',
      label: t('副组长（其他班子成员）', 'Deputy head (others of the management)'),
      duties: t('监控第一责任人', 'First responsible for monitoring'),
    },
    { role: 'member', label: t('组员（部门负责人）', 'Members (heads of departments)') },
    { role: 'office', label: t('办公室', 'Office') },
    { role: 'handler', label: t('综合部（宣传）', 'General department (publicity)') },
  ],
  documents: [
    {
      key: 'initial',
      label: t('书面信息（首报）', 'Written information (initial report)'),
      fields: [],
      source: at('L215'),
    },
    {
      key: 'update',
      label: t('续报', 'Update'),
      fields: [t('进展', 'Progress'), t('衍生情况', 'What may follow from it')],
      source: whole,
    },
    {
      key: 'review_report',
      label: t('应对处置书面报告', 'Written report on the response'),
      fields: [],
      source: at('L237'),
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'institution',
      note: t(
        '原文“公司”“局”混用，上报对象采用时核定。',
        'The source mixes company and bureau; settle at adoption whom to report to.',
      ),
    },
    {
      code: 'TRUNC',
      where: 'categories.inquiry',
      note: t(
        '询问诉求类原文残缺，只存时限。',
        'The text on questions is cut; only the limits survive.',
      ),
    },
    {
      code: 'TRUNC',
      where: 'categories.malicious_spread',
      note: t('恶意炒作类句首缺失。', 'The head of the sentence on malicious spreading is lost.'),
    },
    {
      code: 'TRUNC',
      where: 'categories.suggestion',
      note: t('积极建议类原文缺失，不补写。', 'The text on suggestions is lost; none is made up.'),
    },
  ],
  dropped: [],
  source: whole,
};
