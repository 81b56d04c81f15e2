import type { PlanPartInput } from '../schema';
import { EMPTY_PART, sourcesIn, t } from './shorthand';

const at = sourcesIn('003', '篇一');

const limit = t('12 月底前化解并长期坚持', 'Resolved by the end of December, then kept up');
const measures = t(
  '领导包案、一事一策（具体措施按需填写）',
  'One leader and one approach per case (details as needed)',
);
const risk = { measures, lead: null, responsible: null, limit, source: at('L9–L67') };

const filing = {
  start: 'periodic',
  when: {},
  target: 'superior',
  recipient: t(
    '上级主管部门、宣传工作负责部门',
    'Department above and the department in charge of publicity',
  ),
  owner: 'office',
} as const;

const yearly = {
  ...filing,
  key: 'annual_progress',
  amount: 1,
  unit: 'year',
  clock: 'yearly_on',
} as const;

/** P16: a register of risks with its monthly form and the yearly account. */
export const p16: PlanPartInput = {
  ...EMPTY_PART,
  kind: 'risk_register',
  key: 'p16',
  title: t('国企公司风险点台账与填报', 'State-owned company: risk register and filing'),
  institution: t('国企公司（交通类）', 'State-owned company (transport)'),
  summary: t(
    '登记三类风险点；每月月底填报，年底报送全年推进情况。',
    'Three kinds of risk on record; a form at each month’s end and a yearly account.',
  ),
  obligations: [
    {
      ...filing,
      rule: 'register_fill',
      metBy: [],
      key: 'register_fill',
      title: t(
        '填报风险防范化解情况（1 月起每月）',
        'Fill in the risk form (monthly from January)',
      ),
      amount: 1,
      unit: 'month',
      clock: 'month_end',
      source: at('L65', '每月月底'),
    },
    {
      ...yearly,
      rule: 'annual_progress_form',
      metBy: [],
      title: t(
        '12 月填报并附全年文字材料',
        'December form together with the text on the whole year',
      ),
      on: '12-11',
      source: at('L67', '12月11日'),
    },
    {
      ...yearly,
      rule: 'annual_progress_text',
      metBy: [],
      title: t('报送全年推进情况', 'Account of the year’s progress'),
      on: '12-20',
      source: at('L57', '12月20日'),
    },
  ],
  reporting: [
    {
      key: 'department_above',
      label: t('上级主管部门', 'Department above'),
      target: 'superior',
      when: {},
      source: at('L57'),
    },
    {
      key: 'publicity',
      label: t('宣传工作负责部门', 'Department in charge of publicity'),
      target: 'superior',
      when: {},
      source: at('L57'),
    },
  ],
  stages: [
    { label: t('监测预警', 'Monitor and warn'), maps: ['detected', 'reported'] },
    { label: t('分析研判', 'Analyse and assess'), maps: ['graded'] },
    { label: t('处置化解', 'Handle and resolve'), maps: ['responding'] },
  ],
  roles: [
    {
      role: 'leader',
      label: t('责任领导（领导包案）', 'Responsible leader (one per case)'),
    },
    { role: 'office', label: t('党支部、牵头单位', 'Party branch, lead unit') },
    { role: 'handler', label: t('责任单位', 'Responsible unit') },
    { role: 'monitor', label: t('联络员（每单位 1 名）', 'Liaison (one per unit)') },
  ],
  documents: [
    {
      key: 'risk_form',
      label: t('风险防范化解工作信息填报表', 'Form on preventing and resolving risks'),
      fields: [
        t('填报单位（盖章）', 'Reporting unit (seal)'),
        t('负责人', 'Person in charge'),
        t('填表人', 'Filled in by'),
        t('联系电话', 'Telephone'),
        t('风险点', 'Risk'),
        t('应对措施', 'Measures'),
        t('牵头单位', 'Lead unit'),
        t('责任单位', 'Responsible unit'),
        t('化解时限', 'To be resolved by'),
      ],
      source: at('L65–L67'),
    },
    {
      key: 'register',
      label: t('风险台账', 'Risk register'),
      fields: [
        t('风险点', 'Risk'),
        t('应对措施', 'Measures'),
        t('牵头单位', 'Lead unit'),
        t('责任单位', 'Responsible unit'),
        t('化解时限', 'To be resolved by'),
      ],
      source: at('L9–L67'),
    },
  ],
  risks: [
    {
      ...risk,
      key: 'reform_and_sudden_events',
      label: t('改革发展、突发敏感事件', 'Reform and development; sudden sensitive events'),
    },
    {
      ...risk,
      key: 'major_meetings',
      label: t('重大会议等节点', 'Times of major meetings'),
    },
    { ...risk, key: 'religion', label: t('宗教领域', 'Matters of religion') },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.annual_progress_form',
      note: t(
        '表后注明 12 月 11 日前填报并附全年文字，正文写 12 月 20 日前报全年情况；两个日期都保留，先到先报。',
        'The form says 11 December, the text 20 December; both are kept, the earlier one comes first.',
      ),
    },
    {
      code: 'TRUNC',
      where: 'documents.risk_form',
      note: t('填报表注 1 内容缺失，按需填写。', 'Note 1 of the form is lost; fill in as needed.'),
    },
  ],
  source: at('L9–L67'),
};
