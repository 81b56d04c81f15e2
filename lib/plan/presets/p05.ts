import type { PlanPartInput } from '../schema';
import { falsehoodOrUnlawful } from './categories';
import { EMPTY_PART, IN_GOOD_TIME, sourcesIn, t, unnumbered } from './shorthand';

const at = sourcesIn('001', '篇四');
const whole = at('L195–L227');

/** P05: a study's four ways to answer talk of corruption; rules to use in a plan. */
export const p05: PlanPartInput = {
  ...EMPTY_PART,
  key: 'p05',
  title: t('涉腐舆情分类处置规则', 'Opinion about corruption: rules by category'),
  institution: t('纪检监察机关', 'Discipline inspection body'),
  summary: t(
    '按属实批评、失实信息、不当炒作、敏感案件四种情形分别回应，供组成预案时选用。',
    'Four ways to answer: founded criticism, untrue claims, improper hype, cases the media follow. To be used in a plan.',
  ),
  categories: [
    {
      key: 'inquiry',
      label: t('属实或有一定根据的批评', 'Criticism that is true or has some ground'),
      handling: t('及时纠错，公开答复', 'Put right in good time and answered in public'),
    },
    {
      key: 'malicious_spread',
      label: t(
        '不当炒作、可能引发重大不稳定',
        'Improper hype that may lead to serious instability',
      ),
      handling: t('先公布事实，依法妥善处置', 'Facts first, then handled as the law provides'),
    },
    falsehoodOrUnlawful(
      t(
        '失实或恶语中伤的，经正当途径公开辟谣',
        'Untrue or abusive claims are refuted in public through proper channels',
      ),
    ),
  ],
  obligations: [
    {
      rule: 'correct_and_answer',
      key: 'correct_and_answer',
      title: t('及时纠错、公开答复', 'Put right and answer in public'),
      start: 'discovered',
      ...unnumbered(IN_GOOD_TIME),
      when: { circumstances: ['true_or_founded'] },
      target: 'public',
      owner: 'office',
      metBy: [
        { event: 'wording.published' },
        { event: 'reply.given', where: { kind: ['formal', 'result'] } },
      ],
      source: at('L215', '及时'),
    },
  ],
  reporting: [
    {
      key: 'sharing',
      label: t(
        '与纪检、检察、公安等机关共享信息',
        'Information shared with discipline inspection, procuratorate, police and others',
      ),
      target: 'authority',
      when: {},
      source: whole,
    },
  ],
  stages: [
    { label: t('监控', 'Monitoring'), maps: ['detected'] },
    { label: t('研判', 'Assessment'), maps: ['graded'] },
    { label: t('信息发布', 'Publication'), maps: ['responding'] },
    { label: t('处置', 'Response'), maps: ['responding'] },
  ],
  roles: [
    {
      role: 'office',
      label: t(
        '监控、研判、发布、处置四项制度',
        'Rules for monitoring, assessing, publishing, responding',
      ),
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'four_cases',
      label: t('四种情形分别处置', 'Four cases, four ways'),
      items: [
        t('属实或有根据的批评：纠错并公开答复', 'Founded criticism: put right, answered in public'),
        t('失实或恶语中伤：正当途径公开辟谣', 'Untrue or abusive: refuted through proper channels'),
        t('不当炒作、可能引发不稳定：依法妥善处置', 'Improper hype: handled as the law provides'),
        t(
          '媒体关注的敏感案件：发布会或专访解答',
          'A case the media follow: explained at a conference or in an interview',
        ),
      ],
      source: whole,
    },
  ],
  note: '原文自身批评“遮掩和封锁”，可作不隐瞒、不封锁消息的依据。',
  source: whole,
};
