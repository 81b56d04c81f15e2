import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, sourcesIn, t } from './shorthand';

const hospital = sourcesIn('000', '篇四')('L263–L387');
const experts = sourcesIn('001', '篇二')('领导带班、24小时值守');

/** Who commands until the leader comes, and when experts are there. */
export const dDuty: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_duty',
  title: t('值班与代行指挥', 'Duty and acting command'),
  institution: t('医疗机构（各单位可用）', 'Medical institutions (of use to all)'),
  summary: t(
    '带班领导到场前由值班负责人代行指挥；专家 2 小时内到位；领导带班、24 小时值守。',
    'Whoever leads the shift commands until the leader in charge is there; experts within 2 h; duty round the clock.',
  ),
  obligations: [
    {
      rule: 'experts_present',
      key: 'experts_present',
      title: t('专家到位', 'Experts on the spot'),
      start: 'discovered',
      ...hours(2),
      when: {},
      target: 'leader',
      owner: 'office',
      metBy: [{ event: 'measure.recorded' }],
      source: experts,
    },
  ],
  patrols: [
    {
      key: 'duty',
      label: t('领导带班，24 小时值守', 'A leader on duty, round the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: experts,
    },
  ],
  roles: [
    { role: 'deputy', label: t('带班领导', 'Leader on duty') },
    { role: 'officer', label: t('值班员', 'Officer on duty') },
  ],
  mechanisms: [
    {
      kind: 'acting_command',
      key: 'until_leader_comes',
      label: t('值班负责人代行指挥权', 'Whoever leads the shift holds command'),
      role: 'duty_leader',
      until: t('带班领导到场', 'The leader in charge is there'),
      source: hospital,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.experts_present',
      note: t(
        '“2 小时”从何时起算原文未写明，按发现起算，请采用时确认。',
        'Where the 2 hours begin is not stated; the discovery is taken, confirm at adoption.',
      ),
    },
  ],
  source: hospital,
};
