import type { PlanPartInput } from '../schema';
import { EMPTY_PART, sourcesIn, t } from './shorthand';

const whole = sourcesIn('002')('L435–L455');

/** P12: a company's outline without a duty of its own. */
export const p12: PlanPartInput = {
  ...EMPTY_PART,
  key: 'p12',
  title: t('企业舆情监测处置要点', 'Company: outline of monitoring and response'),
  institution: t('企业（通用）', 'Company (general)'),
  summary: t(
    '监测、研判、处置三步，内外发声一致；原文没有自己的时限。',
    'Monitor, assess, respond; one voice inside and out. The source sets no limit of its own.',
  ),
  reporting: [
    {
      key: 'inside',
      label: t(
        '监测责任单位报负责人和各部门',
        'The unit that monitors tells the head and the departments',
      ),
      target: 'leader',
      when: {},
      source: whole,
    },
  ],
  stages: [
    {
      label: t('监测：门户网站和社交平台', 'Monitor: portals and social platforms'),
      maps: ['detected'],
    },
    { label: t('研判：预测趋势', 'Assess: where it is heading'), maps: ['graded'] },
    { label: t('处置', 'Respond'), maps: ['responding'] },
  ],
  roles: [
    { role: 'monitor', label: t('监测责任单位', 'Unit that monitors') },
    { role: 'leader', label: t('负责人', 'Head') },
    { role: 'handler', label: t('各部门', 'Departments') },
    {
      role: 'spokesperson',
      label: t('对外发声', 'Speaking for the company'),
      duties: t('内外发声统一', 'One voice inside and out'),
    },
  ],
  documents: [
    { key: 'procedure', label: t('处置流程', 'Response procedure'), fields: [], source: whole },
  ],
  dropped: [
    {
      note: t(
        '“24 小时实时监测”是软件商的宣传，不是单位的义务，不作时限。',
        '“Real-time monitoring 24 hours a day” is a vendor’s claim and no duty of the company; not a limit.',
      ),
      source: whole,
    },
    {
      note: t('推荐某监测软件：略去。', 'The recommendation of a monitoring product: left out.'),
      source: whole,
    },
  ],
  source: whole,
};
