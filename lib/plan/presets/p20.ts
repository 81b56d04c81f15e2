import type { ResponsePlanInput } from '../schema';
import { OWN_REVIEW, SENT_UP, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇三(e)');
const whole = at('L421–L445');

/** P20: a senior school in a public emergency; reported at the first moment, one voice. */
export const p20: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p20',
  title: t('高级中学突发公共事件舆情预案', 'Senior school: opinion plan for public emergencies'),
  institution: t('高级中学', 'Senior secondary school'),
  summary: t(
    '不分级；第一时间报应急指挥机构和县委、县政府，口径一致，随进展发布。',
    'No grades; reported at the first moment to the command and the county, one voice, publication as things develop.',
  ),
  levels: [],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'report_up',
      key: 'report_up',
      title: t('上报', 'Report up'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: {},
      target: 'superior',
      recipient: t(
        '应急指挥机构、县委、县政府',
        'Emergency command, county committee and government',
      ),
      owner: 'office',
      metBy: SENT_UP,
      source: at('L437', '第一时间'),
    },
  ],
  chains: [],
  reporting: [
    {
      key: 'command',
      label: t('应急指挥机构', 'Emergency command'),
      target: 'superior',
      when: {},
      source: at('L437'),
    },
    {
      key: 'county',
      label: t('县委、县政府', 'County committee and government'),
      target: 'superior',
      when: {},
      source: at('L437'),
    },
    {
      key: 'police_station',
      label: t('协调派出所等', 'Police station and others, to coordinate'),
      target: 'authority',
      when: {},
      source: at('L437'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [
    { label: t('收集跟踪', 'Collect and follow'), maps: ['detected'] },
    { label: t('适时启动', 'Start when fit'), maps: ['graded'] },
    { label: t('发布（随进展）', 'Publish as things develop'), maps: ['responding', 'following'] },
    { label: t('上报', 'Report up'), maps: ['reported'] },
  ],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('常务副组长、副组长', 'Standing deputy and deputies') },
    {
      role: 'member',
      label: t(
        '成员（中层、班主任、教师、后勤）',
        'Members (heads of sections, class teachers, teachers, supplies)',
      ),
    },
  ],
  documents: [
    {
      key: 'told_in_school',
      label: t('校内发布', 'Telling the school'),
      fields: [t('班队会', 'Class meeting'), t('课间操', 'Morning exercises')],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'five_principles',
      label: t('五原则', 'Five principles'),
      items: [
        t('第一时间', 'At the first moment'),
        t('全局利益', 'The interest of all'),
        t('口径一致', 'One voice'),
        t('疏堵结合', 'Explain before anything else'),
        t('协作协调', 'Work together'),
      ],
      source: whole,
    },
  ],
  flags: [],
  dropped: [
    {
      note: t(
        '“及时删除谣传信息”：不采用，以公开事实澄清。',
        '“Deleting rumours in good time”: left out; facts are published instead.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
