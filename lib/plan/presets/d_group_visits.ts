import type { PlanPartInput } from '../schema';
import { EMPTY_PART, hours, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';

const at = sourcesIn('000', '篇八');
const whole = at('L597–L667');
const many = { people: { atLeast: 20 } };

/** A visit of twenty people or more: a leader on the spot, five representatives, a summary. */
export const dGroupVisits: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_group_visits',
  title: t('集体来访的处置', 'Group visits'),
  institution: t('县级部门', 'County departments'),
  summary: t(
    '20 人以上：主管单位领导 1 小时内到场，代表不超过 5 名，事后写案情小结。',
    'From 20 people on: a leader on the spot within 1 h, at most five representatives, a closing summary.',
  ),
  obligations: [
    {
      rule: 'leader_on_site',
      key: 'leader_on_site',
      title: t('主管单位领导到现场', 'A leader goes to the spot'),
      start: 'discovered',
      ...hours(1),
      when: many,
      target: 'citizen',
      owner: 'leader',
      metBy: [{ event: 'measure.recorded' }],
      source: whole,
    },
    {
      rule: 'report_group_visit',
      key: 'report_group_visit',
      title: t('口头或书面报告', 'Report by word or in writing'),
      start: 'discovered',
      ...unnumbered(t('口头或书面', 'by word or in writing')),
      when: many,
      target: 'superior',
      owner: 'office',
      metBy: SENT_UP,
      source: whole,
    },
    {
      rule: 'case_summary',
      key: 'case_summary',
      title: t('案情小结', 'Closing summary'),
      start: 'resolved',
      ...unnumbered(t('必须有小结', 'a summary is compulsory')),
      when: many,
      target: 'leader',
      owner: 'office',
      metBy: [{ event: 'review.written', anyTime: true }],
      source: whole,
    },
  ],
  stages: [
    { label: t('苗头', 'First signs'), maps: ['detected'] },
    { label: t('酝酿', 'Gathering'), maps: ['detected', 'reported'] },
    { label: t('途中（到县；到市、省、京）', 'On the way'), maps: ['graded', 'responding'] },
    { label: t('接待', 'Received'), maps: ['responding'] },
    { label: t('突发', 'Sudden turn'), maps: ['responding', 'following'] },
  ],
  documents: [
    {
      key: 'visit_report',
      label: t('来访报告', 'Report of the visit'),
      fields: [
        t('起因', 'Cause'),
        t('人数', 'Number of people'),
        t('去向', 'Where they are going'),
        t('要求', 'What they ask'),
        t('对策', 'What is to be done'),
      ],
      source: whole,
    },
    { key: 'case_summary', label: t('案情小结', 'Closing summary'), fields: [], source: whole },
  ],
  mechanisms: [
    {
      kind: 'head_count',
      key: 'representatives',
      label: t('推选代表不超过 5 名', 'At most five representatives'),
      atMost: 5,
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.leader_on_site',
      note: t(
        '“1 小时”从何时起算原文未写明，按发现起算，请采用时确认。',
        'Where the hour begins is not stated; the discovery is taken, confirm at adoption.',
      ),
    },
  ],
  source: whole,
};
