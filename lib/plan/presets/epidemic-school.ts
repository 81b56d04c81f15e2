import type { ResponsePlanInput } from '../schema';
import { oneStep, t } from './shorthand';

type Source = ResponsePlanInput['source'];

/** Ways of P17 and P18, two school plans of one make: categories, stages, interview ban. */
export const schoolCategories: ResponsePlanInput['categories'] = [
  {
    key: 'inquiry',
    label: t('询问、置疑、诉求', 'Question, doubt or request'),
    handling: t(
      '提出答复意见，经宣传组审定后统一回复',
      'An answer is proposed, decided by the publicity group and given with one voice',
    ),
  },
  {
    key: 'malicious_spread',
    label: t('恶意传播或炒作', 'Malicious spreading'),
    handling: t(
      '告知真相；造成重大负面影响的，依纪依规查处',
      'The truth is told; where the harm is grave, dealt with by the rules',
    ),
  },
  {
    key: 'suggestion',
    label: t('有积极意义的建议', 'Constructive suggestion'),
    handling: t('采纳并回复', 'Adopted and answered'),
  },
];

export const schoolStages: ResponsePlanInput['stages'] = [
  { label: t('信息研判', 'Assess the information'), maps: ['detected', 'graded'] },
  { label: t('及时反馈', 'Report in good time'), maps: ['reported'] },
  { label: t('分类处置', 'Respond by category'), maps: ['responding'] },
  { label: t('关注实时动态', 'Follow what happens'), maps: ['following'] },
  { label: t('总结报告', 'Sum up and report'), maps: ['reviewing'] },
];

export const schoolReview = (source: Source): ResponsePlanInput['review'] => ({
  required: true,
  label: t(
    '处置完毕后向有关部门总结，并修订细则、方案',
    'Afterwards a summary for the departments concerned; rules and plan are revised',
  ),
  source,
});

export const schoolChain = (source: Source): ResponsePlanInput['chains'][number] => ({
  key: 'reply',
  label: t('答复意见：宣传组审定后统一回复', 'Answers: decided by the publicity group'),
  objects: ['reply'],
  categories: ['inquiry'],
  steps: [oneStep('publicity_group', 'office', t('宣传组审定', 'Decided by the publicity group'))],
  source,
});

export const schoolDocuments = (source: Source): ResponsePlanInput['documents'] => [
  { key: 'written_report', label: t('书面汇报材料', 'Written report'), fields: [], source },
  { key: 'update', label: t('续报', 'Update'), fields: [], source },
];

export const interviewRule = (source: Source): NonNullable<ResponsePlanInput['mechanisms']> => [
  {
    kind: 'checklist',
    key: 'interviews',
    label: t('接受采访', 'Giving interviews'),
    items: [t('未经学校领导同意不接受采访', 'No interview without the consent of the school')],
    source,
  },
];

export const schoolDropped = (source: Source): ResponsePlanInput['dropped'] => [
  {
    note: t(
      '“清除不实言论影响”：不采用，只公开事实、澄清说明。',
      '“Wiping out the influence of untrue remarks”: left out; facts are published and explained.',
    ),
    source,
  },
];
