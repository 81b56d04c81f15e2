import type { ResponsePlanInput } from '../schema';
import { OWN_REVIEW, oneStep, SENT_TO_LEADER, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇八');
const whole = at('L735–L763');

/** P22: a health centre puts hidden risks right; every publication is read and proofed three times. */
export const p22: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p22',
  title: t('卫生院隐患整治与舆情应对方案', 'Health centre: hidden risks and opinion'),
  institution: t('乡镇卫生院', 'Township health centre'),
  summary: t(
    '不分级；重大舆情第一时间报院领导，对外发布一律三审三校并登记。',
    'No grades; grave matters to the leaders at the first moment, three reviews and registration for every publication.',
  ),
  levels: [],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'report_leader',
      key: 'report_leader',
      title: t('重大舆情报院领导', 'Grave matters to the leaders of the centre'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: {},
      target: 'leader',
      recipient: t('院领导', 'Leaders of the centre'),
      owner: 'monitor',
      metBy: SENT_TO_LEADER,
      source: at('L747', '第一时间'),
    },
  ],
  chains: [
    {
      key: 'three_reviews',
      label: t(
        '三审三校，登记造册（各审由谁担任原文未写，请确认）',
        'Three reviews and proofs, on register (the source names no reviewers; confirm)',
      ),
      objects: ['website_article', 'publication'],
      steps: [
        oneStep('first', 'member', t('一审一校', 'First review and proof')),
        oneStep('second', 'deputy', t('二审二校', 'Second review and proof')),
        oneStep('third', 'leader', t('三审三校', 'Third review and proof')),
      ],
      register: 'three_reviews',
      source: at('L735–L763', '三审三校'),
    },
  ],
  reporting: [
    {
      key: 'leaders',
      label: t('相关科室报院领导', 'Sections to the leaders of the centre'),
      target: 'leader',
      when: {},
      source: at('L747'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [
    { label: t('部署（2 月 21–25 日）', 'Set out (21–25 February)'), maps: [] },
    {
      label: t('排查、自查整改（2 月 26 日–3 月 10 日）', 'Find and put right (26 Feb–10 March)'),
      maps: ['detected', 'responding'],
    },
    { label: t('巩固（3 月底）', 'Consolidate (end of March)'), maps: ['following', 'reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('组长（院长）', 'Head of the group (director)') },
    { role: 'deputy', label: t('副组长（班子成员）', 'Deputies (leadership)') },
    {
      role: 'member',
      label: t('成员（科室主任）', 'Members (heads of sections)'),
      duties: t('管好本科室，不造谣、不传谣', 'Keep their section from making or passing rumours'),
    },
    { role: 'office', label: t('办公室', 'Office') },
  ],
  documents: [
    {
      key: 'risk_register',
      label: t('隐患排查台账', 'Register of hidden risks'),
      fields: [],
      source: whole,
    },
    {
      key: 'review_register',
      label: t('三审三校登记册', 'Register of the three reviews'),
      fields: [],
      source: whole,
    },
  ],
  mechanisms: [],
  flags: [
    {
      code: 'INCONS',
      where: 'obligations.report_leader',
      note: t(
        '原文限“重大”舆情却不分级；不能确定时一律报告。',
        'The source says “grave” yet has no grades; where in doubt, report.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '“截断传播途径”：不采用，以公开事实澄清。',
        '“Cutting the ways of spreading”: left out; facts are published instead.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
