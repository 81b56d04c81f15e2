import type { ResponsePlanInput } from '../schema';
import { OWN_REVIEW, PUBLISHED, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L457–L497');

/** P13: five principles; the steps themselves are lost. */
export const p13: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p13',
  title: t('小学突发公共事件舆情应对预案', 'Primary school: opinion in a public emergency'),
  institution: t('小学', 'Primary school'),
  summary: t(
    '不分等级；第一时间发布权威信息，一时不清的后续详细发布；五个步骤原文缺失。',
    'No grades; authoritative information first, details later where things are unclear. The five steps are lost in the source.',
  ),
  levels: [],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'first_information',
      key: 'first_information',
      title: t('发布首次权威信息', 'First authoritative information'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: {},
      target: 'public',
      owner: 'office',
      metBy: PUBLISHED,
      source: at('L461', '第一时间'),
    },
  ],
  chains: [],
  reporting: [
    {
      key: 'up_and_down',
      label: t('上下沟通', 'Contact upward and downward'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('副组长', 'Deputy head') },
    {
      role: 'member',
      label: t('成员（班主任）', 'Members (class teachers)'),
      duties: t('结合案例参加培训', 'Trained with cases'),
    },
    { role: 'monitor', label: t('信息联络员', 'Information liaison') },
    { role: 'handler', label: t('相关小组', 'Groups concerned') },
    {
      role: 'spokesperson',
      label: t('发布人', 'Who speaks'),
      duties: t(
        '口径一致、权威发布；一时不清的后续详细发布',
        'One line, with authority; what is unclear follows in detail later',
      ),
    },
  ],
  documents: [],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'principles',
      label: t('五项原则', 'Five principles'),
      items: [
        t('第一时间', 'At the first moment'),
        t('全局利益', 'The interest of the whole'),
        t('口径一致', 'One line'),
        t('疏堵结合（只取疏导）', 'Ease rather than block (only the easing is kept)'),
        t('协作协调', 'Working together'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'stages',
      note: t(
        '“五个步骤”只存标题，不补写。',
        'Of the “five steps” only the title survives; none is made up.',
      ),
    },
    {
      code: 'TRUNC',
      where: 'mechanisms.principles',
      note: t(
        '第一、第四项原则原文残缺，只存名称。',
        'The first and fourth principles are cut; only their names survive.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '及时删除“谣传信息”：不采用，只作公开澄清。',
        'Deleting “rumours” promptly: left out; they are clarified in public.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
