import type { ResponsePlanInput } from '../schema';
import {
  groupStep,
  hours,
  OWN_REVIEW,
  oneStep,
  SENT_TO_GROUP,
  sourcesIn,
  t,
  WORDINGS,
} from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L789–L829');

/** P15: no grades; the group hears within an hour, web articles are checked before they go up. */
export const p15: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p15',
  title: t('国企集团网络舆情应急预案', 'State-owned group: online opinion plan'),
  institution: t('国企集团及下属单位', 'State-owned group and its units'),
  summary: t(
    '不分级，由党委宣传部研判；1 小时内报应急处置领导小组，经批准后采取措施。',
    'No grades, the publicity department judges; the response group hears within 1 h and approves what is done.',
  ),
  levels: [],
  scales: [],
  categories: [
    {
      key: 'falsehood_or_unlawful',
      label: t('不实信息；恶意造谣', 'Untrue information; malicious rumours'),
      handling: t(
        '不实的及时澄清；恶意造谣的依法送交有关部门。',
        'Untrue: clarified in good time; malicious rumours: passed to the authorities as the law provides.',
      ),
    },
  ],
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('报突发事件应急处置领导小组', 'Report to the emergency response group'),
      start: 'discovered',
      ...hours(1),
      when: {},
      target: 'group',
      recipient: t('突发事件应急处置领导小组', 'Emergency response leadership group'),
      owner: 'office',
      metBy: SENT_TO_GROUP,
      source: at('L817', '1小时内'),
    },
  ],
  chains: [
    {
      key: 'website_article',
      label: t('上网信息审核', 'Information for the website'),
      objects: ['website_article'],
      steps: [
        oneStep('office', 'office', t('办公室审核文字、图片', 'Office checks text and pictures')),
        {
          ...oneStep('leader', 'leader', t('领导审核', 'Leader')),
          checklist: [
            t(
              '涉密或重大内容另经党办审核',
              'Secret or grave content is also checked by the party office',
            ),
          ],
        },
      ],
      source: whole,
    },
    {
      key: 'publication',
      label: t(
        '发布：党委宣传部拟内容和方案，领导小组审定',
        'Publication: drafted by the publicity department, decided by the group',
      ),
      objects: [...WORDINGS, 'response_plan'],
      steps: [groupStep()],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'leader_in_charge',
      label: t(
        '信息员立即报主管领导（附处置意见）',
        'Monitor to the leader in charge at once (with a proposal)',
      ),
      target: 'leader',
      when: {},
      source: at('L817'),
    },
    {
      key: 'group',
      label: t('主管领导报领导小组', 'Leader in charge to the leadership group'),
      target: 'leader',
      when: {},
      source: at('L817'),
    },
    {
      key: 'superior',
      label: t('领导小组报上级', 'Leadership group to the organisation above'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [
    {
      key: 'special_period',
      label: t('特殊时期 24 小时监控', 'Round the clock in special periods'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  stages: [
    { label: t('监控', 'Monitor'), maps: ['detected'] },
    { label: t('快速报告', 'Report quickly'), maps: ['reported'] },
    { label: t('研判（会商）', 'Assess (consultation)'), maps: ['graded'] },
    { label: t('快速查核', 'Verify quickly'), maps: ['responding'] },
    { label: t('信息发布', 'Publish'), maps: ['responding', 'following'] },
    { label: t('归档', 'Archive'), maps: ['reviewing'] },
  ],
  roles: [
    {
      role: 'monitor',
      label: t('下属单位监控信息员（技术人员）', 'Monitor of a unit (technician)'),
    },
    { role: 'deputy', label: t('主管领导', 'Leader in charge') },
    { role: 'leader', label: t('领导小组', 'Leadership group') },
    {
      role: 'office',
      label: t('党委宣传部、办公室、党办', 'Publicity department, office, party office'),
      duties: t('研判、拟稿、审核', 'Assess, draft, check'),
    },
    {
      role: 'officer',
      label: t('网站管理员', 'Website administrator'),
      duties: t('上传审核后的内容', 'Puts up what was approved'),
    },
    {
      role: 'member',
      label: t('集团档案室', 'Archive of the group'),
    },
  ],
  documents: [
    {
      key: 'publication_plan',
      label: t('发布内容和方案', 'Content and plan of publication'),
      fields: [],
      source: whole,
    },
    {
      key: 'archive',
      label: t('处置档案', 'Archive of the case'),
      fields: [t('文字', 'Texts'), t('声音', 'Sound'), t('影像', 'Pictures and film')],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'by_finding',
      label: t('按查核结果处理', 'What follows from the finding'),
      items: [
        t('属实且违纪：查处', 'True and a breach of discipline: dealt with'),
        t('不实：澄清', 'Untrue: clarified'),
        t('恶意造谣：依法送交有关部门', 'Malicious rumour: passed on as the law provides'),
      ],
      source: whole,
    },
  ],
  flags: [],
  dropped: [
    {
      note: t(
        '“主动跟贴”：不采用，只以单位名义公开回应。',
        '“Active commenting”: left out; the group answers under its own name.',
      ),
      source: whole,
    },
  ],
  source: at('L789–L829'),
};
