import type { ResponsePlanInput } from '../schema';
import { FINAL_REPORT_SENT } from './answers';
import { ADOPTED_AND_TOLD, inquiry, maliciousSpread, suggestion } from './categories';
import { AT_ONCE, oneStep, SENT_TO_LEADER, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('000', '篇六');
const whole = at('L467–L515');

/** P03: no grades and no figures; the office hears first, questions are answered in one voice. */
export const p03: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p03',
  title: t('职业学校疫情舆情处置预案', 'Vocational school: plan for opinion in an epidemic'),
  institution: t('职业学校', 'Vocational school'),
  summary: t(
    '不分等级，立即报办公室；询问和诉求经分管领导、主要领导审定后统一回复。',
    'No grades; the office is told at once. Questions are answered in one voice after the deputy in charge and the head have approved.',
  ),
  levels: [],
  scales: [],
  categories: [
    inquiry(
      t(
        '依法依规办理，相关部门提答复意见，审定后统一回复',
        'Handled by law and rule; the department drafts, the answer is approved and given in one voice',
      ),
    ),
    maliciousSpread(
      t(
        '先告知真相；造成重大负面影响的，依纪依规查处',
        'The facts are told first; a serious negative effect is dealt with under the rules of discipline',
      ),
    ),
    suggestion(ADOPTED_AND_TOLD),
  ],
  obligations: [
    {
      rule: 'report_office',
      key: 'report_office',
      title: t('报办公室主任，转报领导小组', 'Report to the office, which tells the group'),
      start: 'discovered',
      ...unnumbered(AT_ONCE),
      when: {},
      target: 'office',
      recipient: t(
        '办公室主任（初步研判），再报领导小组',
        'Head of the office (first assessment), then the leadership group',
      ),
      owner: 'monitor',
      metBy: SENT_TO_LEADER,
      source: at('L501', '立即'),
    },
    {
      rule: 'summary',
      key: 'summary',
      title: t('处置总结报有关部门', 'Summary to the departments concerned'),
      start: 'stable',
      ...unnumbered(t('处置完毕后（原文未写时限）', 'once handled (the source names no limit)')),
      when: {},
      target: 'superior',
      recipient: t('有关部门', 'Departments concerned'),
      owner: 'office',
      metBy: FINAL_REPORT_SENT,
      source: at('L507'),
    },
  ],
  chains: [
    {
      key: 'inquiry_reply',
      label: t(
        '询问诉求：相关部门提答复意见，分管领导审核，主要领导审定',
        'Questions: drafted by the department, checked by the deputy in charge, decided by the head',
      ),
      objects: ['reply'],
      categories: ['inquiry'],
      steps: [
        oneStep('deputy', 'deputy', t('分管领导审核', 'Deputy in charge')),
        oneStep('leader', 'leader', t('主要领导审定', 'Head of the school')),
      ],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'office',
      label: t(
        '工作人员立即报办公室主任，初步研判',
        'Staff to the head of the office at once, for a first assessment',
      ),
      target: 'leader',
      when: {},
      source: at('L501'),
    },
    {
      key: 'group',
      label: t('办公室主任报领导小组', 'Head of the office to the leadership group'),
      target: 'leader',
      when: {},
      source: at('L501'),
    },
    {
      key: 'superior',
      label: t('领导小组报上级有关部门', 'Leadership group to the departments above'),
      target: 'superior',
      when: {},
      source: at('L501'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '处置完毕后总结报相关部门，并修订细则和方案',
      'Summed up for the departments once handled; rules and plan are revised',
    ),
    source: at('L507'),
  },
  patrols: [],
  stages: [
    {
      label: t(
        '信息研判（视严重程度由领导小组决定是否开全校会议）',
        'Assessment (the group decides on a meeting of the whole school, by severity)',
      ),
      maps: ['detected', 'graded'],
    },
    { label: t('及时反馈', 'Prompt report'), maps: ['reported'] },
    { label: t('分类处置', 'Handling by category'), maps: ['responding'] },
    {
      label: t(
        '关注实时动态：消除或平稳后继续跟踪后续影响',
        'Follow-up: the after-effects are watched once it is over or calm',
      ),
      maps: ['following'],
    },
    { label: t('总结报告', 'Summary report'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('组长（校长）', 'Head (principal)') },
    { role: 'deputy', label: t('副组长（党委书记）', 'Deputy head (Party secretary)') },
    {
      role: 'member',
      label: t('成员（副校长等）', 'Members (vice-principals and others)'),
      duties: t(
        '一岗双责；迟报、漏报、谎报、瞒报的问责',
        'Answer for their field; late, missing, false and hidden reports are held to account',
      ),
    },
    {
      role: 'office',
      label: t('办公室（主任、副主任、成员）', 'Office (head, deputy head, staff)'),
      duties: t('初步研判；各项任务有具名责任人', 'First assessment; each task has a named person'),
    },
    {
      role: 'handler',
      label: t('各处室负责人', 'Heads of departments'),
      duties: t('第一责任人', 'First responsible'),
    },
    {
      role: 'spokesperson',
      label: t('经授权受访人员', 'Persons authorised to speak'),
      duties: t(
        '未经学校领导同意不接受采访',
        'Nobody gives an interview without the consent of the school’s leaders',
      ),
    },
  ],
  documents: [
    {
      key: 'report',
      label: t('书面汇报、总结', 'Written report and summary'),
      fields: [],
      source: whole,
    },
    { key: 'evidence', label: t('相关证据', 'Evidence collected'), fields: [], source: whole },
  ],
  flags: [],
  dropped: [
    {
      note: t(
        '“清除不实言论影响”：不采用，只作公开澄清。',
        '“Remove the influence of untrue remarks”: left out; they are clarified in public.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
