import type { ResponsePlanInput } from '../schema';
import { groupStep, oneStep, sourcesIn, t, unnumbered } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('002');
const whole = at('L289–L335');

/** P10: three levels, a special report, the matter itself verified by discipline inspection. */
export const p10: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p10',
  title: t(
    '县级专卖部门廉政舆情处置预案（三级）',
    'County monopoly bureau: integrity opinion, three levels',
  ),
  institution: t('县局（营销部）', 'County bureau (sales department)'),
  summary: t(
    '三级响应，24 小时监测，第一时间编舆情专报；一级由主要领导批准，一、二级同时上报请求协助。',
    'Three levels, monitoring around the clock, a special report at once. Level one is approved by the head; levels one and two ask the organisation above for help.',
  ),
  levels: [
    {
      key: 'level_one',
      label: t('一级', 'Level one'),
      rank: 3,
      tier: 3,
      criteria: {
        all: [
          {
            any: [
              { mediaTier: ['national'] },
              {
                manual: t(
                  '即将或已被全国性门户首页、主要新闻媒体采录',
                  'National portals or main media are about to carry it, or have',
                ),
                key: 'taken_up_nationally',
              },
            ],
          },
          {
            manual: t('主要论坛持续关注', 'The main forums keep following it'),
            key: 'forums_keep_following',
          },
          {
            manual: t('被国内外主要媒体重点炒作', 'Main media at home or abroad play it up'),
            key: 'played_up_by_media',
          },
          {
            manual: t('可能产生更广泛影响', 'It may have a wider effect'),
            key: 'may_spread_wider',
          },
        ],
      },
      commandedBy: t(
        '主要领导批准，协调小组协调宣传、公安、网管和涉及地区部门',
        'Approved by the head; the coordination group works with publicity, police, network administration and the region concerned',
      ),
      deciders: ['leader'],
      note: t(
        '各项按同时具备理解，采用时确认。',
        'The points are read as all together; to be confirmed at adoption.',
      ),
      source: whole,
    },
    {
      key: 'level_two',
      label: t('二级', 'Level two'),
      rank: 2,
      tier: 2,
      criteria: null,
      commandedBy: t(
        '协调小组协调宣传、公安、网管和涉及地区部门',
        'The coordination group works with publicity, police, network administration and the region concerned',
      ),
      deciders: ['leader'],
      note: t(
        '原文残缺，只存“……关注和传播时”，采用时补全。',
        'The source is cut; only “… followed and spread” survives. Complete it at adoption.',
      ),
      source: at('L289–L335', '关注和传播时'),
    },
    {
      key: 'level_three',
      label: t('三级', 'Level three'),
      rank: 1,
      tier: 1,
      criteria: {
        all: [
          {
            manual: t(
              '在事发当地造成较大社会影响',
              'It has a considerable effect where it happened',
            ),
            key: 'local_effect',
          },
          {
            manual: t('未被广泛关注', 'It is not widely followed'),
            key: 'not_widely_followed',
          },
          { is: 'crossRegion', value: false },
          { is: 'rising', value: true },
        ],
      },
      commandedBy: t(
        '协调小组办公室协调职能部门与涉及单位',
        'The group’s office works with the departments and the unit concerned',
      ),
      deciders: ['deputy', 'leader'],
      source: whole,
    },
  ],
  scales: [],
  categories: [],
  obligations: [
    {
      rule: 'special_report',
      key: 'special_report',
      title: t('编报舆情专报', 'Write and file the special report'),
      start: 'discovered',
      ...unnumbered(t('第一时间', 'at the first moment')),
      when: {},
      target: 'leader',
      recipient: t('按程序报批', 'For approval by the set procedure'),
      owner: 'office',
      metBy: [
        {
          event: 'report.sent',
          where: { medium: 'written', target: ['leader', 'superior'] },
        },
      ],
      source: at('L307', '第一时间'),
    },
    {
      rule: 'verify',
      key: 'verify',
      title: t('重大腐败问题调查核实', 'Verify a serious corruption matter'),
      start: 'ordered',
      ...unnumbered(t('规定时间内', 'within the time set')),
      when: { circumstances: ['corruption'] },
      target: 'group',
      recipient: t('协调小组', 'Coordination group'),
      owner: 'handler',
      metBy: [{ event: 'assignment.fed_back' }],
      source: at('L315', '规定时间内'),
    },
  ],
  chains: [
    {
      key: 'level_one',
      label: t(
        '一级处置方案：办公室提出，主要领导批准，协调小组协调',
        'Level one plan: proposed by the office, approved by the head, carried by the group',
      ),
      objects: ['response_plan'],
      grades: ['level_one'],
      steps: [
        oneStep('leader', 'leader', t('主要领导批准', 'Head of the bureau')),
        groupStep(t('协调小组协调', 'Coordination group')),
      ],
      source: whole,
    },
    {
      key: 'level_two',
      label: t(
        '二级处置方案：办公室提出，协调小组协调（存文无主要领导批准）',
        'Level two plan: proposed by the office, carried by the group (no approval by the head survives)',
      ),
      objects: ['response_plan'],
      grades: ['level_two'],
      steps: [groupStep(t('协调小组协调', 'Coordination group'))],
      source: whole,
    },
    {
      key: 'level_three',
      label: t(
        '三级：办公室编舆情专报，协调小组办公室协调',
        'Level three: special report by the office, carried by the group’s office',
      ),
      objects: ['response_plan'],
      grades: ['level_three'],
      steps: [oneStep('office', 'office', t('协调小组办公室协调', 'Office of the group'))],
      source: whole,
    },
    {
      key: 'publication',
      label: t(
        '发布：涉及部门起草，办公室审改，按程序审批，协调小组办公室协调媒体发布',
        'Publication: drafted by the department, edited by the office, approved, placed with the media by the group’s office',
      ),
      objects: ['publication'],
      steps: [
        oneStep('office', 'office', t('办公室审改', 'Edited by the office')),
        oneStep(
          'approval',
          'deputy',
          t(
            '按程序审批（原文未写审批人，暂由分管领导，采用时确认）',
            'Approved by the set procedure (the source names nobody; the deputy for now, to be confirmed)',
          ),
        ),
      ],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'approval',
      label: t('舆情专报按程序报批', 'Special report by the set procedure'),
      target: 'leader',
      when: {},
      source: at('L307'),
    },
    {
      key: 'superior',
      label: t(
        '一、二级同时上报市局（公司）请求协助',
        'Levels one and two: at the same time to the city bureau, asking for help',
      ),
      target: 'superior',
      when: { grades: ['level_one', 'level_two'] },
      simultaneous: true,
      source: whole,
    },
    {
      key: 'discipline_inspection',
      label: t(
        '重大腐败问题：纪检监察部门介入调查',
        'Serious corruption: discipline inspection investigates',
      ),
      target: 'authority',
      when: { circumstances: ['corruption'] },
      source: at('L315'),
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: {
    required: true,
    label: t(
      '总结材料报协调小组，预案定期评审修订（原文未写时限）',
      'Summed up for the coordination group; the plan is reviewed regularly (no limit in the source)',
    ),
    source: whole,
  },
  patrols: [
    {
      key: 'round_the_clock',
      label: t('24 小时监测', 'Monitoring around the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  stages: [
    { label: t('舆情监测', 'Monitoring'), maps: ['detected'] },
    { label: t('调查核实', 'Verification'), maps: ['reported', 'graded'] },
    { label: t('协调处置', 'Coordinated response'), maps: ['responding'] },
    { label: t('正面引导', 'Informing the public'), maps: ['responding'] },
    { label: t('信息发布', 'Publication'), maps: ['responding'] },
    {
      label: t(
        '跟踪监测：负面趋稳后涉及部门继续监测',
        'Follow-up: the department goes on watching once it is calm',
      ),
      maps: ['following'],
    },
    { label: t('及时总结', 'Prompt summary'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('主要领导', 'Head of the bureau') },
    {
      role: 'deputy',
      label: t('协调小组组长（分管局长）', 'Head of the coordination group (deputy director)'),
    },
    { role: 'member', label: t('成员（部门负责人）', 'Members (heads of departments)') },
    { role: 'office', label: t('协调小组办公室、办公室', 'Office of the group; general office') },
    {
      role: 'handler',
      label: t('纪检监察部门、涉及部门', 'Discipline inspection; department concerned'),
      duties: t('调查核实、起草、继续监测', 'Verify, draft, keep watching'),
    },
    {
      role: 'monitor',
      label: t('舆情信息员（各部门 1–2 名）', 'Information officers (one or two per department)'),
    },
  ],
  documents: [
    {
      key: 'special_report',
      label: t('党风廉政舆情专报', 'Special report on integrity opinion'),
      fields: [t('处置建议方案', 'Proposed response')],
      source: at('L307'),
    },
    {
      key: 'material',
      label: t('处置工作材料', 'Papers of the response'),
      fields: [],
      source: whole,
    },
    { key: 'summary', label: t('总结材料', 'Summary'), fields: [], source: whole },
  ],
  mechanisms: [
    {
      kind: 'second_check',
      key: 'watch_after_calm',
      label: t(
        '负面趋稳后涉及部门继续后续监测',
        'Once negative opinion is calm the department keeps watching',
      ),
      source: whole,
    },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'levels.level_two',
      note: t(
        '二级标准原文残缺，只存“……关注和传播时”。',
        'The criteria of level two are cut; only “… followed and spread” survives.',
      ),
    },
    {
      code: 'TRUNC',
      where: 'chains.level_two',
      note: t(
        '二级程序只据残存文字，未见主要领导批准，采用时确认。',
        'The chain of level two follows what survives, without the head’s approval; to be confirmed.',
      ),
    },
    {
      code: 'INCONS',
      where: 'institution',
      note: t(
        '原文县局与全市纪检口径混用，采用时统一。',
        'The source mixes the county bureau with the city’s discipline inspection; settle it at adoption.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '封堵或删除：不采用，只以单位名义公开回应。',
        'Blocking or deleting: left out; the bureau answers in public under its own name.',
      ),
      source: whole,
    },
    {
      note: t(
        '责成公安查处发帖造谣者：不采用，对发帖人的处理只走有法律依据的程序。',
        'Having the police deal with posters: left out; only the lawful procedure is open.',
      ),
      source: whole,
    },
    {
      note: t(
        '网络评论员上贴、跟帖：不采用，此角色一并略去。',
        'Online commentators posting and following threads: left out, with the role.',
      ),
      source: whole,
    },
  ],
  source: whole,
};
