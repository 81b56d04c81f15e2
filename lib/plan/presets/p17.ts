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
import { AT_ONCE, calmWhen, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';
import { standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇三(b)');
const whole = at('L283–L311');

/** P17: a school in an epidemic; the head reports first and at once. */
export const p17: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p17',
  title: t('学校疫情舆情应急预案', 'School: opinion plan in an epidemic'),
  institution: t('学校', 'School'),
  summary: t(
    '不分级；校长立即首先上报，宣传组研判并审定答复。',
    'No grades; the head reports first and at once, the publicity group assesses and decides answers.',
  ),
  levels: [],
  scales: [],
  categories: schoolCategories,
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('校长报上级主管领导', 'Head reports to the leader above'),
      start: 'discovered',
      ...unnumbered(AT_ONCE),
      when: {},
      target: 'superior',
      recipient: t('上级主管领导', 'Leader in charge above'),
      owner: 'leader',
      metBy: SENT_UP,
      source: at('L297', '立即首先'),
    },
  ],
  chains: [schoolChain(whole)],
  reporting: [
    {
      key: 'leader_above',
      label: t('校长立即首先报上级主管领导', 'Head to the leader above, first and at once'),
      target: 'superior',
      when: {},
      source: at('L297'),
    },
    {
      key: 'departments',
      label: t('宣传组分析后向有关部门通报', 'Publicity group informs the departments concerned'),
      target: 'authority',
      when: {},
      source: at('L297'),
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
      role: 'leader',
      label: t('校长（第一责任人）', 'Head of the school (first responsible)'),
    },
    { role: 'office', label: t('宣传组', 'Publicity group') },
    { role: 'monitor', label: t('舆情信息联络员', 'Opinion liaison') },
    { role: 'handler', label: t('各工作组组长', 'Heads of working groups') },
  ],
  documents: schoolDocuments(whole),
  mechanisms: interviewRule(whole),
  flags: [],
  dropped: schoolDropped(whole),
  source: whole,
};
