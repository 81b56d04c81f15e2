import type { ResponsePlanInput } from '../schema';
import { falsehoodOrUnlawful } from './categories';
import {
  AT_ONCE,
  groupStep,
  OWN_REVIEW,
  oneStep,
  SENT_TO_LEADER,
  sourcesIn,
  t,
  unnumbered,
} from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L7–L55');

/** P07: seven mechanisms of a campus network, two chains: for the website and for the press. */
export const p07: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p07',
  title: t('学校、幼儿园校园网舆情工作机制', 'School or kindergarten: campus network opinion'),
  institution: t('幼儿园、学校（校园网）', 'Kindergarten or school (campus network)'),
  summary: t(
    '不分等级，由校级领导和部门判断严重程度；立即报校级领导，上网信息和新闻发布各有审核程序。',
    'No grades: the school’s leaders judge severity and are told at once; website articles and news each have their own approval.',
  ),
  levels: [],
  scales: [],
  categories: [
    falsehoodOrUnlawful(
      t(
        '不实或出入大的及时澄清；恶意造谣的依法送交有关部门',
        'Untrue or far from the facts: clarified in good time; malicious rumour: passed on as the law provides',
      ),
    ),
  ],
  obligations: [
    {
      rule: 'report_leader',
      key: 'report_leader',
      title: t('报校级领导', 'Report to the school’s leaders'),
      start: 'discovered',
      ...unnumbered(AT_ONCE),
      when: {},
      target: 'leader',
      recipient: t('校级领导', 'Leaders of the school'),
      owner: 'monitor',
      metBy: SENT_TO_LEADER,
      source: at('L43', '立即'),
    },
  ],
  chains: [
    {
      key: 'website_article',
      label: t(
        '上网信息：部门负责人、网络信息员报送、党总支文字审核',
        'Website articles: head of department, information officer, Party branch',
      ),
      objects: ['website_article'],
      steps: [
        oneStep('department', 'handler', t('部门负责人审核', 'Head of the department')),
        oneStep(
          'information',
          'monitor',
          t('网络信息员报送', 'Passed on by the information officer'),
        ),
        {
          ...oneStep('party_branch', 'deputy', t('党总支文字审核', 'Party branch checks the text')),
          checklist: [
            t(
              '涉密或重大的，已另报校保密办、党办、校办',
              'Secret or grave matters also went to the secrecy, Party and school offices',
            ),
          ],
        },
      ],
      source: whole,
    },
    {
      key: 'publication',
      label: t(
        '新闻发布：校级领导、校办和部门拟定，领导小组审定',
        'News: drafted by leaders, school office and department, decided by the group',
      ),
      objects: ['publication', 'internal_line'],
      steps: [groupStep()],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'leaders',
      label: t('信息员立即报校级领导', 'Information officer to the school’s leaders at once'),
      target: 'leader',
      when: {},
      source: at('L43'),
    },
    {
      key: 'superior',
      label: t('视严重程度报上级', 'To the organisation above, depending on severity'),
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
      label: t('特殊时期专人 24 小时监控', 'Round the clock by one person in special periods'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  stages: [
    { label: t('监控信息员', 'Monitoring officers'), maps: ['detected'] },
    { label: t('快速报告', 'Quick report'), maps: ['reported'] },
    { label: t('研判', 'Assessment'), maps: ['graded'] },
    { label: t('快速查核', 'Quick verification'), maps: ['responding'] },
    {
      label: t(
        '信息发布（处置与发布同时布置、同时落实）',
        'Publication (planned and carried out together with the response)',
      ),
      maps: ['responding'],
    },
    {
      label: t('引导疏导：会商新情况', 'Explaining and easing: new developments discussed'),
      maps: ['following'],
    },
    { label: t('档案', 'Archive'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('校级领导、领导小组', 'School leaders, leadership group') },
    {
      role: 'deputy',
      label: t('党总支', 'Party branch'),
      duties: t('上网文字审核', 'Checks what goes on the website'),
    },
    { role: 'office', label: t('校办、党办、保密办', 'School, Party and secrecy offices') },
    {
      role: 'monitor',
      label: t('网络舆情监控信息员（几名教师）', 'Monitoring officers (several teachers)'),
    },
    { role: 'handler', label: t('部门及其负责人', 'Departments and their heads') },
    { role: 'member', label: t('学校档案部门', 'School archive') },
  ],
  documents: [
    {
      key: 'press_text',
      label: t('新闻发布稿、口径', 'Press text and internal line'),
      fields: [],
      source: whole,
    },
    {
      key: 'archive',
      label: t('全程处置档案', 'Archive of the whole response'),
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
        t('不实或出入大：及时澄清', 'Untrue or far from the facts: clarified in good time'),
        t('恶意造谣：依法送交有关部门', 'Malicious rumour: passed on as the law provides'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'source',
      note: t(
        '同一文本另有一份残缺副本（002 L247–L287），以完整的一份为准。',
        'A second copy (002 L247–L287) is cut; the complete one is used.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '抢占“沙发”，主动导贴、跟贴、结贴：不采用，只以单位名义公开回应。',
        'Being first in the thread, steering, following and closing it: left out; the school answers under its own name.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
