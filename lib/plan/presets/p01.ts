import type { ResponsePlanInput } from '../schema';
import { ANSWERED, FINAL_REPORT_SENT, RESULT_TOLD, SAME_DAY } from './answers';
import {
  ADOPTED_AND_TOLD,
  falsehoodOrUnlawful,
  inquiry,
  maliciousSpread,
  suggestion,
  TOLD_THEN_REFERRED,
} from './categories';
import { SENT_UP, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('000', '篇三');

/** P01: one trigger, answers by the day, four categories. */
export const p01: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p01',
  title: t('小学突发重大舆情处置预案', 'Primary school: plan for sudden serious opinion incidents'),
  institution: t('小学', 'Primary school'),
  summary: t(
    '不分等级，凡重大舆情即启动；当日答复处理意见，办结当日答复结果，四类分别处置。',
    'No grades: any serious incident starts the plan. An opinion the same day, the result on the day it is settled, four categories handled apart.',
  ),
  levels: [],
  scales: [],
  categories: [
    inquiry(
      t('学校及时提出答复意见并回复', 'The school draws up an answer in good time and replies'),
    ),
    maliciousSpread(TOLD_THEN_REFERRED),
    falsehoodOrUnlawful(
      t(
        '依法澄清事实，并商请执纪执法部门处理',
        'Clarify as the law provides and ask the competent authorities to act',
      ),
    ),
    suggestion(ADOPTED_AND_TOLD),
  ],
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('向上级主管部门报告', 'Report to the authority above'),
      start: 'discovered',
      ...unnumbered(t('按照应急管理规定时限', 'within the time set by the emergency rules')),
      when: {},
      target: 'superior',
      recipient: t('上级主管部门', 'Authority above'),
      owner: 'office',
      metBy: SENT_UP,
      source: at('L211–L259', '按照应急管理规定时限'),
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
      source: at('L245'),
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
      source: at('L245', '发现当日内'),
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
      source: at('L245', '办结之日内'),
    },
    {
      rule: 'review_report',
      key: 'review_report',
      title: t('应对处置工作书面报告', 'Written report on the response'),
      start: 'stable',
      ...unnumbered(t('消除或趋于平稳后', 'once it is over or calm')),
      when: {},
      target: 'superior',
      recipient: t('教育局', 'Education bureau'),
      owner: 'office',
      metBy: FINAL_REPORT_SENT,
      source: at('L259'),
    },
  ],
  chains: [],
  reporting: [
    {
      key: 'superior',
      label: t('上级主管部门，处置期间持续联系', 'Authority above, in touch throughout'),
      target: 'superior',
      when: {},
      source: at('L211–L259'),
    },
    {
      key: 'education_bureau',
      label: t('教育局（平稳后书面报告）', 'Education bureau (in writing, once calm)'),
      target: 'superior',
      when: {},
      source: at('L259'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '舆情消除或趋于平稳后总结评估，书面报告教育局',
      'Reviewed once it is over or calm; written report to the education bureau',
    ),
    source: at('L259'),
  },
  patrols: [],
  stages: [
    { label: t('研判预警', 'Assessment and warning'), maps: ['detected', 'graded'] },
    {
      label: t(
        '快速反应：上报、启动预案、组建专门工作组',
        'Quick reaction: report, start the plan, set up a working group',
      ),
      maps: ['reported'],
    },
    { label: t('分类处置', 'Handling by category'), maps: ['responding'] },
    {
      label: t(
        '动态跟踪：专人跟踪舆情及处置后的事态',
        'Follow-up: one person watches opinion and what follows the response',
      ),
      maps: ['following'],
    },
    { label: t('总结评估', 'Review'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('领导小组副组长', 'Deputy head of the leadership group') },
    { role: 'member', label: t('领导小组组员', 'Member of the leadership group') },
    {
      role: 'office',
      label: t('办公室', 'Office'),
      duties: t('舆情处理，一人专责', 'Handles opinion matters; one person in charge'),
    },
    {
      role: 'monitor',
      label: t('信息中心', 'Information centre'),
      duties: t('技术支持', 'Technical support'),
    },
    {
      role: 'handler',
      label: t('德育处、各部门', 'Moral education office and the departments'),
      duties: t('落实处置', 'Carry out the measures'),
    },
  ],
  documents: [
    {
      key: 'review_report',
      label: t('应对处置工作书面报告', 'Written report on the response'),
      fields: [],
      source: at('L259'),
    },
  ],
  flags: [],
  dropped: [
    {
      note: t(
        '“兼职网民队伍”：不采用，只以单位名义回应。',
        'A “part-time netizen team”: left out; the institution answers under its own name.',
      ),
      source: at('L211–L259'),
    },
    {
      note: t(
        '“报公安机关给予行政处分”：公安机关无此职权，不采用。',
        '“Report to the police for administrative discipline”: the police have no such power; left out.',
      ),
      source: at('L211–L259'),
    },
  ],
  source: at('L211–L259'),
};
