import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, SENT_TO_AUTHORITY, sourcesIn, t } from './shorthand';

const whole = sourcesIn('000', '篇一')('L11–L91');
const when = { circumstances: ['epidemic' as const] };

/** An epidemic is reported to the health authorities within two hours, with its list of fields. */
export const dHealthReport: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_health_report',
  title: t('疫情报告', 'Report of an epidemic'),
  institution: t('医疗机构', 'Medical institutions'),
  summary: t(
    '2 小时内电话或传真报疾控机构和卫生健康主管部门，并网络直报。',
    'Within 2 h by telephone or fax to disease control and the health authority, and directly online.',
  ),
  obligations: [
    {
      rule: 'report_health',
      key: 'report_health',
      title: t(
        '报疾控机构和卫生健康主管部门',
        'Report to disease control and the health authority',
      ),
      start: 'discovered',
      ...hours(2),
      when,
      target: 'authority',
      recipient: t(
        '疾控机构、卫生健康主管部门（并网络直报）',
        'Disease control, health authority (and online)',
      ),
      owner: 'office',
      metBy: SENT_TO_AUTHORITY,
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'disease_control',
      label: t('疾控机构（电话、传真）', 'Disease control (telephone, fax)'),
      target: 'authority',
      when,
      source: whole,
    },
    {
      key: 'health_authority',
      label: t('同时报卫生健康主管部门', 'At the same time to the health authority'),
      target: 'authority',
      when,
      simultaneous: true,
      source: whole,
    },
    {
      key: 'online',
      label: t('同时网络直报', 'At the same time directly online'),
      target: 'authority',
      when,
      simultaneous: true,
      source: whole,
    },
  ],
  roles: [
    { role: 'leader', label: t('领导小组', 'Leadership group') },
    {
      role: 'member',
      label: t('专家组（第一、第二梯队）', 'Experts (first and second line)'),
    },
  ],
  documents: [
    {
      key: 'health_report',
      label: t('疫情报告', 'Report of an epidemic'),
      fields: [
        t('单位', 'Institution'),
        t('时间', 'Time'),
        t('地点', 'Place'),
        t('受威胁人数', 'People at risk'),
        t('发病人数', 'People ill'),
        t('死亡人数', 'Deaths'),
        t('年龄、性别、职业', 'Age, sex, occupation'),
        t('可能原因', 'Possible cause'),
        t('已采取措施', 'Measures taken'),
        t('现状和趋势', 'State and trend'),
        t('报告人电话', 'Telephone of who reports'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.report_health',
      note: t(
        '“2 小时”从何时起算未写明，按发现起算，请采用时确认。',
        'Where the 2 hours begin is not stated; the discovery is taken, confirm at adoption.',
      ),
    },
  ],
  source: whole,
};
