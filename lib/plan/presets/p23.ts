import type { ResponsePlanInput } from '../schema';
import {
  AT_ONCE,
  IN_GOOD_TIME,
  oneStep,
  SENT_TO_GROUP,
  sourcesIn,
  t,
  unnumbered,
  WORDINGS,
} from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('003', '篇十二');
const whole = at('L939–L983');

/** P23: a township; verified within a day of the order, a summary every day at 17:00. */
export const p23: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p23',
  title: t('乡镇信访和网络舆情工作方案', 'Township: petitions and online opinion'),
  institution: t('乡镇', 'Township'),
  summary: t(
    '不分级；收到联系单后一天内反馈核实结果，每天 17:00 汇总，重要舆情即时报送。',
    'No grades; findings within a day of the order, a summary daily at 17:00, important matters at once.',
  ),
  levels: [],
  scales: [],
  categories: [
    {
      key: 'falsehood_or_unlawful',
      label: t('失实信息；恶意攻击、谣言、有害信息', 'Untrue; malicious attack, rumour, harmful'),
      handling: t(
        '影响不大的失实信息，通过正当途径公开辟谣；恶意攻击、谣言、有害信息，报宣传部、政法委、公安局依法处理。',
        'Untrue with little effect: corrected in public by proper ways; malicious attacks, rumours and harmful content: put to the publicity, political-legal and police departments.',
      ),
    },
  ],
  obligations: [
    {
      rule: 'verify_result',
      key: 'verify_result',
      title: t('反馈核实结果', 'Feed back what was found'),
      start: 'ordered',
      amount: 1,
      unit: 'day',
      clock: 'wall',
      when: {},
      target: 'office',
      recipient: t('镇领导小组办公室', 'Office of the township’s leadership group'),
      owner: 'handler',
      metBy: [{ event: 'assignment.fed_back' }],
      source: at('L963', '一天内'),
    },
    {
      rule: 'daily_summary',
      key: 'daily_summary',
      title: t('每天 17:00 汇总报送', 'Daily summary at 17:00'),
      start: 'periodic',
      amount: 1,
      unit: 'day',
      clock: 'daily_at',
      at: '17:00',
      when: {},
      target: 'office',
      recipient: t('镇领导小组办公室', 'Office of the township’s leadership group'),
      owner: 'monitor',
      metBy: [],
      source: at('L981', '每天17:00'),
    },
    {
      rule: 'report_up_important',
      key: 'report_up_important',
      title: t('重要舆情即时报镇领导', 'Important matters to the township’s leaders at once'),
      start: 'discovered',
      ...unnumbered(AT_ONCE),
      when: {},
      target: 'leader',
      recipient: t('镇领导', 'Leaders of the township'),
      owner: 'office',
      metBy: SENT_TO_GROUP,
      source: at('L981', '即时'),
    },
    {
      rule: 'case_summary',
      key: 'case_summary',
      title: t('每件重大舆情结束后总结', 'Sum up every grave matter afterwards'),
      start: 'stable',
      ...unnumbered(IN_GOOD_TIME),
      when: {},
      target: 'group',
      recipient: t('领导小组', 'Leadership group'),
      owner: 'office',
      metBy: [{ event: 'review.written' }],
      source: at('L977', '及时'),
    },
  ],
  chains: [
    {
      key: 'response_plan',
      label: t(
        '处置方案：涉事村或单位拟，分管领导审批',
        'Response plan: drafted where the matter lies, approved by the deputy',
      ),
      objects: ['response_plan'],
      steps: [oneStep('deputy', 'deputy', t('分管领导审批', 'Deputy in charge'))],
      source: whole,
    },
    {
      key: 'statement',
      label: t(
        '对外说明：办公室拟，组长审定',
        'What is told outside: drafted by the office, decided by the head of the group',
      ),
      objects: [...WORDINGS],
      steps: [
        {
          ...oneStep('leader', 'leader', t('组长审定', 'Head of the group')),
          checklist: [
            t(
              '重大事件须报上级有关部门审定',
              'Grave matters: decided by the department concerned above',
            ),
          ],
        },
      ],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'office',
      label: t('信息员报镇办公室', 'Monitor to the township office'),
      target: 'leader',
      when: {},
      source: at('L981'),
    },
    {
      key: 'leaders',
      label: t('镇办公室报镇领导', 'Office to the leaders of the township'),
      target: 'leader',
      when: {},
      source: at('L981'),
    },
    {
      key: 'county',
      label: t('领导小组报县委、县政府', 'Group to the county committee and government'),
      target: 'superior',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: {
    ...standardClosing,
    label: t(
      '网下核实整改，结果网上公布；不能处理的说明原因、给出时间表',
      'Put right offline and told online; what cannot be done is explained with a timetable',
    ),
    source: whole,
  },
  review: {
    required: true,
    label: t(
      '每件重大舆情应对结束后及时总结',
      'Every grave matter is summed up soon after it ends',
    ),
    source: at('L977'),
  },
  patrols: [
    {
      key: 'forums',
      label: t('每天浏览论坛', 'Forums, every day'),
      timesPerDay: 1,
      at: [],
      source: whole,
    },
    {
      key: 'duty',
      label: t('24 小时值守', 'On duty round the clock'),
      timesPerDay: 24,
      at: [],
      continuous: true,
      source: whole,
    },
  ],
  stages: [
    { label: t('监控', 'Monitor'), maps: ['detected'] },
    { label: t('报送', 'Report'), maps: ['reported'] },
    { label: t('核查应对', 'Verify and respond'), maps: ['graded', 'responding'] },
    { label: t('发布', 'Publish'), maps: ['responding', 'following'] },
    { label: t('总结', 'Sum up'), maps: ['reviewing'] },
  ],
  roles: [
    { role: 'leader', label: t('领导小组组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('分管领导、带班领导', 'Deputy in charge; leader on duty') },
    { role: 'office', label: t('办公室', 'Office') },
    { role: 'officer', label: t('值班人员', 'Officer on duty') },
    {
      role: 'handler',
      label: t('事件处置单位', 'Unit that handles the matter'),
      duties: t('明确 1 名负责人和 1 名联络员', 'Names one responsible person and one liaison'),
    },
    {
      role: 'spokesperson',
      label: t('网络新闻发言人（党委副书记）', 'Online spokesperson (deputy secretary)'),
      duties: t(
        '联络员由党政办工作人员担任',
        'With a liaison from the party and government office',
      ),
    },
    { role: 'monitor', label: t('村（社区）信息员', 'Monitor of a village or community') },
  ],
  documents: [
    {
      key: 'order',
      label: t('舆情联系单', 'Opinion contact sheet'),
      fields: [t('负责人', 'Responsible person'), t('联络员', 'Liaison')],
      source: at('L963'),
    },
    {
      key: 'report',
      label: t('上报内容', 'What is reported'),
      fields: [
        t('网络名', 'Name of the site'),
        t('舆情和网友留言大概', 'Gist of it and of the comments'),
      ],
      source: whole,
    },
    {
      key: 'format',
      label: t('报送格式', 'Format of the report'),
      fields: [t('标题', 'Title'), t('链接地址', 'Link')],
      source: at('L939–L983', '标题+链接地址'),
    },
    {
      key: 'handling',
      label: t('处理情况说明', 'Account of the handling'),
      fields: [],
      source: whole,
    },
    { key: 'duty_log', label: t('值班记录', 'Duty log'), fields: [], source: whole },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'principles',
      label: t('发布原则', 'Principles of publication'),
      items: [
        t('速报事实', 'Facts quickly'),
        t('慎报原因', 'Causes with care'),
        t('谨慎定性', 'Judgements with care'),
        t('统一口径', 'One voice'),
      ],
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'institution',
      note: t('原文镇、乡混用。', 'The source mixes two kinds of township.'),
    },
    {
      code: 'INCONS',
      where: 'obligations.verify_result',
      note: t(
        '“一天内”按自然 24 小时、从收到联系单起算，请采用时确认。',
        '“Within a day” is read as 24 h by the clock from the order; confirm at adoption.',
      ),
    },
    {
      code: 'INCONS',
      where: 'obligations.report_up_important',
      note: t(
        '原文提到“重要”“重大”却不分级；不能确定时一律报送、总结。',
        'The source says “important” and “grave” yet has no grades; where in doubt, report and sum up.',
      ),
    },
  ],
  dropped: [
    {
      note: t(
        '“及时调控热度”、网络评论员：不采用，只以单位名义公开回应。',
        '“Adjusting the heat” and online commentators: left out; the township answers under its own name.',
      ),
      source: whole,
    },
    {
      note: t('注册账号发帖：不采用。', 'Registering accounts to post: left out.'),
      source: at('L961'),
    },
    {
      note: t(
        '“积极主动消除不利消息”：不采用，只可向媒体发更正函。',
        '“Actively removing unfavourable news”: left out; a medium may be asked for a correction.',
      ),
      source: at('L963'),
    },
  ],
  source: whole,
};
