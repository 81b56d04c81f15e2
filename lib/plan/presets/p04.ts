import type { ResponsePlanInput } from '../schema';
import { ANSWERED } from './answers';
import { falsehoodOrUnlawful } from './categories';
import { hours, OWN_REVIEW, oneStep, sourcesIn, t } from './shorthand';
import { standardCalm, standardClosing, standardEscalation } from './standard';

const at = sourcesIn('001', '篇三');
const whole = at('L163–L193');
const quality = [
  t('符合法律', 'In keeping with the law'),
  t('符合上级文件', 'In keeping with the documents from above'),
  t('无错别字', 'No misspelt words'),
  t('不说套话、不用程式化语言', 'No set phrases'),
  t('用语诚恳', 'Sincere in tone'),
];

/** P04: answers within hours on two clocks with two starts, five work days for hard ones. */
export const p04: ResponsePlanInput = {
  formatVersion: 1,
  key: 'p04',
  title: t(
    '学校、幼儿园网上社情民意办理办法',
    'School or kindergarten: handling public feedback online',
  ),
  institution: t('幼儿园、学校', 'Kindergarten or school'),
  summary: t(
    '发现后 5 小时初步回应，发帖后 24 小时正式解答，难题不超过 5 个工作日；答复先过质量清单。',
    'First response 5 h from discovery, formal answer 24 h from the post, hard questions within 5 work days; answers pass a quality checklist.',
  ),
  levels: [],
  scales: [],
  categories: [
    falsehoodOrUnlawful(
      t(
        '蓄意散布虚假、恶意诋毁的，有理有节应对，解释沟通',
        'Deliberate falsehood and malicious slander are met with reason and restraint, by explaining',
      ),
    ),
  ],
  obligations: [
    {
      rule: 'first_response',
      key: 'first_response',
      title: t('初步回应', 'First response'),
      start: 'discovered',
      ...hours(5),
      when: {},
      target: 'citizen',
      owner: 'officer',
      metBy: [{ event: 'reply.given' }, { event: 'wording.published' }],
      source: at('L187', '含休息日、节假日'),
    },
    {
      rule: 'formal_answer',
      key: 'formal_answer',
      title: t('一般问题正式解答', 'Formal answer to an ordinary question'),
      start: 'published',
      ...hours(24),
      when: { difficulty: 'simple' },
      target: 'citizen',
      owner: 'handler',
      metBy: ANSWERED,
      source: at('L187'),
    },
    {
      rule: 'final_answer',
      key: 'final_answer',
      title: t(
        '难题：说明情况并承诺时限，限期内答复',
        'Hard question: explained, a date promised, answered in time',
      ),
      start: 'discovered',
      amount: 5,
      unit: 'day',
      clock: 'work_days',
      when: { difficulty: 'hard' },
      target: 'citizen',
      owner: 'handler',
      metBy: [
        { event: 'reply.given', where: { kind: ['formal', 'result'] } },
        { event: 'wording.published' },
      ],
      source: at('L187', '5个工作日'),
    },
  ],
  chains: [
    {
      key: 'reply',
      label: t(
        '抓级领导审查；把握不准的由主要领导审定',
        'Checked by the leader of the grade; where in doubt decided by the head',
      ),
      objects: ['reply'],
      steps: [
        {
          ...oneStep('deputy', 'deputy', t('抓级领导审查', 'Leader of the grade')),
          checklist: quality,
        },
        oneStep(
          'leader',
          'leader',
          t('把握不准的，主要领导审定', 'Head of the school, where in doubt'),
        ),
      ],
      source: whole,
    },
  ],
  reporting: [
    {
      key: 'units',
      label: t(
        '分转交办到年级、科组；交叉内容由牵头单位负责',
        'Passed on to the grade or subject group; the lead unit answers for what crosses units',
      ),
      target: 'leader',
      when: {},
      source: whole,
    },
  ],
  escalation: standardEscalation,
  calm: standardCalm,
  closing: standardClosing,
  review: OWN_REVIEW,
  patrols: [],
  stages: [
    { label: t('收集信息', 'Collect'), maps: ['detected'] },
    { label: t('核实信息', 'Verify'), maps: ['graded'] },
    { label: t('报送信息', 'Report'), maps: ['reported'] },
    {
      label: t('处置舆情，重大的处置后密切关注', 'Respond; serious ones stay under close watch'),
      maps: ['responding', 'following'],
    },
  ],
  roles: [
    { role: 'leader', label: t('组长', 'Head of the leadership group') },
    { role: 'deputy', label: t('副组长、抓级领导', 'Deputy head; leader of a grade') },
    { role: 'member', label: t('组员', 'Member') },
    {
      role: 'monitor',
      label: t('网络舆情兼职工作人员', 'Part-time opinion staff'),
      duties: t('收集、核实、报送', 'Collect, verify, report'),
    },
    {
      role: 'handler',
      label: t('年级组、科组', 'Grade and subject groups'),
      duties: t(
        '承办；首问负责制，交叉内容由牵头单位负责',
        'Handle it; who is asked first stays responsible, the lead unit for what crosses units',
      ),
    },
  ],
  documents: [
    {
      key: 'reply',
      label: t('回帖', 'Reply in the thread'),
      fields: [t('无错别字', 'No misspelt words'), t('无程式化语言', 'No set phrases')],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'reply_quality',
      label: t('答复送审前质量清单', 'Quality checklist before approval'),
      items: quality,
      atSubmission: true,
      source: whole,
    },
    {
      kind: 'second_check',
      key: 'watch_for_return',
      label: t(
        '重大舆情处置后密切关注，防范反复',
        'After a serious case, close watch in case it returns',
      ),
      source: whole,
    },
  ],
  flags: [
    {
      code: 'INCONS',
      where: 'institution',
      note: t(
        '原文“园”“校”混用，采用时统一。',
        'The source mixes kindergarten and school; settle it at adoption.',
      ),
    },
  ],
  dropped: [],
  source: whole,
};
