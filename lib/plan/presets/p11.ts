import type { PlanPartInput } from '../schema';
import { EMPTY_PART, oneStep, sourcesIn, t } from './shorthand';

const at = sourcesIn('002');
const whole = at('L337–L433');

/** The source names three figures for its quick reaction and no case for each. */
const dispatch = {
  key: 'dispatch',
  start: 'opinion_occurred',
  unit: 'minute',
  clock: 'wall',
  when: {},
  target: 'authority',
  recipient: t('出警力量', 'Police on the way'),
  owner: 'officer',
  metBy: [{ event: 'assignment.issued' }, { event: 'measure.recorded' }],
  source: at('L345', '1、3、5 分钟'),
} satisfies Partial<PlanPartInput['obligations'][number]>;

/** P11: how a police branch moves in an emergency; quick dispatch and the look back after it. */
export const p11: PlanPartInput = {
  ...EMPTY_PART,
  key: 'p11',
  title: t('突发案事件快速反应机制', 'Emergency: quick reaction mechanisms'),
  institution: t('公安分局', 'Police branch'),
  summary: t(
    '1、3、5 分钟快速反应，领导同意后启动预案，确认有效控制后终止，事后复盘；只取机制，不作整套预案。',
    'Reaction in 1, 3 and 5 minutes, the plan started with a leader’s consent, ended when under control, looked back on afterwards. Mechanisms only, no whole plan.',
  ),
  obligations: [
    {
      ...dispatch,
      rule: 'dispatch_1',
      title: t('1 分钟快速反应', 'Reaction within 1 minute'),
      amount: 1,
    },
    {
      ...dispatch,
      rule: 'dispatch_3',
      title: t('3 分钟快速反应', 'Reaction within 3 minutes'),
      amount: 3,
    },
    {
      ...dispatch,
      rule: 'dispatch_5',
      title: t('5 分钟快速反应', 'Reaction within 5 minutes'),
      amount: 5,
    },
  ],
  chains: [
    {
      key: 'start',
      label: t('报请领导同意后启动预案', 'Started with a leader’s consent'),
      objects: ['response_plan'],
      steps: [oneStep('leader', 'leader', t('领导同意', 'Leader consents'))],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'leaders',
      label: t(
        '接报立即报带班局领导和局主要领导',
        'On receipt at once to the leader on duty and the head of the branch',
      ),
      target: 'leader',
      when: {},
      source: whole,
    },
    {
      key: 'police_above',
      label: t(
        '首报按信息报送要求报上级公安机关',
        'Initial report to the police authority above, by the rules of reporting',
      ),
      target: 'superior',
      when: {},
      source: whole,
    },
    {
      key: 'command_above',
      label: t('上级指挥部', 'Command post above'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  stages: [
    {
      label: t(
        '先期处置：接报、指挥、控制、增援、首报',
        'First response: receive, command, contain, reinforce, report',
      ),
      maps: ['detected', 'reported'],
    },
    {
      label: t(
        '事中：启动、前方指挥部、会商、封控、联动、勤务、侦查、舆情应对',
        'During: start, forward command, consult, cordon, join forces, duty, investigate, opinion',
      ),
      maps: ['graded', 'responding'],
    },
    {
      label: t(
        '善后：终止、善后、复盘评估、督导追责',
        'Afterwards: end, settle, review, hold to account',
      ),
      maps: ['following', 'reviewing'],
    },
  ],
  roles: [
    { role: 'leader', label: t('组长（局长）', 'Head (chief of the branch)') },
    {
      role: 'deputy',
      label: t('副组长（当日值班局领导）', 'Deputy head (chief on duty that day)'),
    },
    { role: 'office', label: t('指挥调度组', 'Command and dispatch') },
    { role: 'monitor', label: t('情报信息与舆情组', 'Intelligence and opinion') },
    {
      role: 'auditor',
      label: t('政策法规与督导奖惩组', 'Law, supervision, credit and blame'),
    },
    {
      role: 'handler',
      label: t('警务保障组、前方指挥部', 'Support; forward command post'),
    },
  ],
  documents: [
    { key: 'initial', label: t('首报', 'Initial report'), fields: [], source: whole },
    {
      key: 'seven_elements',
      label: t('七何要素', 'The seven elements'),
      fields: [],
      source: whole,
    },
    {
      key: 'notice',
      label: t('情况通报（对外）', 'Notice to the public'),
      fields: [],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'ending',
      label: t('终止预案的条件', 'Before the plan is ended'),
      items: [
        t('确认有效控制', 'Confirmed to be under control'),
        t('危害消除', 'The danger is gone'),
      ],
      source: whole,
    },
    {
      kind: 'second_check',
      key: 'after_action',
      label: t('事后复盘评估、督导追责', 'After-action review and accountability'),
      source: whole,
    },
  ],
  note: '三同步；等级勤务按省规范执行，原文未列标准。',
  source: whole,
};
