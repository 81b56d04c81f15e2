import type { ResponsePlanInput } from '../schema';
import {
  interviewRule,
  schoolCategories,
  schoolChain,
  schoolDocuments,
  schoolDropped,
  schoolReview,
  schoolStages,
} from './epidemic-school';
import { AT_ONCE, calmWhen, SENT_TO_LEADER, sourcesIn, t, unnumbered } from './shorthand';
import { standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇三(c)');
const whole = at('L335–L373');

/** P18: a school of several units; each unit reports along two lines at once. */
export const p18: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p18',
  title: t('多单位学校疫情舆情应急预案', 'School of several units: opinion plan in an epidemic'),
  institution: t('高校、多单位学校', 'University or school of several units'),
  summary: t(
    '不分级；单位负责人立即向部门主管领导和宣传工作组组长两线报告。',
    'No grades; the head of a unit reports at once to the leader in charge and to the head of the publicity group.',
  ),
  levels: [],
  scales: [],
  categories: schoolCategories,
  obligations: [
    {
      rule: 'report_two_lines',
      key: 'report_two_lines',
      title: t('两线报告', 'Report along two lines'),
      start: 'discovered',
      ...unnumbered(AT_ONCE),
      when: {},
      target: 'leader',
      recipient: t(
        '部门主管领导和宣传工作组组长',
        'Leader in charge of the department and head of the publicity group',
      ),
      owner: 'monitor',
      metBy: SENT_TO_LEADER,
      source: at('L353', '立即'),
    },
  ],
  chains: [schoolChain(whole)],
  reporting: [
    {
      key: 'leader_in_charge',
      label: t('单位负责人报部门主管领导', 'Head of the unit to the leader in charge'),
      target: 'leader',
      when: {},
      source: at('L353'),
    },
    {
      key: 'publicity_group',
      label: t('同时报宣传工作组组长', 'At the same time to the head of the publicity group'),
      target: 'leader',
      when: {},
      simultaneous: true,
      source: at('L353'),
    },
  ],
  escalation: standardEscalation,
  calm: calmWhen(t('舆情消除或趋于平稳', 'The matter is gone or calm'), whole),
  closing: standardClosing,
  review: schoolReview(whole),
  patrols: [],
  stages: schoolStages,
  roles: [
    {
      role: 'handler',
      label: t('各单位负责人（第一责任人）', 'Heads of units (first responsible)'),
    },
    { role: 'monitor', label: t('各单位舆情信息联络员', 'Opinion liaisons of the units') },
    { role: 'deputy', label: t('部门主管领导', 'Leader in charge of the department') },
    {
      role: 'office',
      label: t('宣传工作组（组长）', 'Publicity working group (head)'),
      duties: t('决定是否召开全校会议', 'Decides on a meeting of the whole school'),
    },
  ],
  documents: schoolDocuments(whole),
  mechanisms: interviewRule(whole),
  flags: [],
  dropped: schoolDropped(whole),
  source: whole,
};
