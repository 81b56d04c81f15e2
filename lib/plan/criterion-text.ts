import type { Category, MediaTier } from '@/lib/incident/keys';
import type { Criterion, FactCount, FactYesNo } from './criteria';
import type { Label } from './schema-parts';

type Said = Record<'yes' | 'no', Label>;

const COUNTS: Record<FactCount, Label> = {
  reposts: { zh: '转发', en: 'reposts' },
  items: { zh: '舆情总量', en: 'items in all' },
  views: { zh: '阅读量', en: 'views' },
  comments: { zh: '跟帖评论', en: 'comments' },
  casualties: { zh: '伤亡人数', en: 'dead and injured' },
  deaths: { zh: '死亡人数', en: 'deaths' },
  injured: { zh: '受伤人数', en: 'injured' },
  people: { zh: '现场人数', en: 'people on the spot' },
};

const YES_NO: Record<FactYesNo, Said> = {
  crossRegion: {
    yes: { zh: '跨地区', en: 'beyond the own region' },
    no: { zh: '仅涉及管辖范围', en: 'within the own region only' },
  },
  keySubject: {
    yes: { zh: '涉及重点领域', en: 'concerns a key field' },
    no: { zh: '不涉及重点领域', en: 'concerns no key field' },
  },
  keyPerson: {
    yes: { zh: '涉及重点人物', en: 'concerns a key person' },
    no: { zh: '不涉及重点人物', en: 'concerns no key person' },
  },
  keyTime: {
    yes: { zh: '处在重点节点', en: 'falls on a key date' },
    no: { zh: '不在重点节点', en: 'falls on no key date' },
  },
  keyEvent: {
    yes: { zh: '涉及重点事件', en: 'concerns a key event' },
    no: { zh: '不涉及重点事件', en: 'concerns no key event' },
  },
  rising: {
    yes: { zh: '正在发酵升温', en: 'still spreading' },
    no: { zh: '没有发酵升温', en: 'not spreading' },
  },
  severalSites: {
    yes: { zh: '在不同网站出现', en: 'appears on several sites' },
    no: { zh: '只在个别网站出现', en: 'appears on single sites only' },
  },
  emergency: {
    yes: { zh: '由突发事件引起', en: 'caused by an emergency' },
    no: { zh: '不是突发事件引起', en: 'not caused by an emergency' },
  },
};

const TIERS: Record<MediaTier, Label> = {
  none: { zh: '没有媒体', en: 'no media' },
  local: { zh: '县级媒体', en: 'local media' },
  city: { zh: '市级媒体', en: 'city media' },
  province: { zh: '省级媒体', en: 'provincial media' },
  national: { zh: '全国性媒体', en: 'national media' },
};

const CATEGORIES: Record<Category, Label> = {
  inquiry: { zh: '询问、质疑、诉求', en: 'a question, doubt or request' },
  malicious_spread: { zh: '恶意传播或炒作', en: 'malicious spreading' },
  falsehood_or_unlawful: {
    zh: '捏造、诽谤、煽动、涉嫌违法',
    en: 'falsehood or a suspected offence',
  },
  suggestion: { zh: '有积极意义的建议', en: 'a constructive suggestion' },
};

const IMPACT: Record<'small' | 'large', Label> = {
  small: { zh: '对整体形象影响不大', en: 'little effect on the image' },
  large: { zh: '对整体形象有较大影响', en: 'a large effect on the image' },
};

/** A media tier by itself, as a choice. */
export const tierText = (tier: MediaTier): Label => TIERS[tier];

const joined = (labels: readonly Label[]): Label => ({
  zh: labels.map((one) => one.zh).join('、'),
  en: labels.map((one) => one.en).join(', '),
});

/** One criterion as people say it; branches in brackets, 且 between all, 或 between any. */
export function criterionText(criterion: Criterion): Label {
  if ('all' in criterion) return branches(criterion.all, '，且', ' and ');
  if ('any' in criterion) return branches(criterion.any, '，或', ' or ');
  if ('count' in criterion) return countText(criterion);
  if ('mediaTier' in criterion) {
    const tiers = joined(criterion.mediaTier.map((tier) => TIERS[tier]));
    if (criterion.mediaTier.every((tier) => tier === 'none')) {
      return { zh: '没有媒体介入', en: 'no media involved' };
    }
    return { zh: `${tiers.zh}介入`, en: `taken up by ${tiers.en}` };
  }
  if ('is' in criterion) return YES_NO[criterion.is][criterion.value ? 'yes' : 'no'];
  if ('imageImpact' in criterion) return IMPACT[criterion.imageImpact];
  if ('category' in criterion) return joined(criterion.category.map((one) => CATEGORIES[one]));
  return criterion.manual;
}

/** What has to be found out to decide a criterion, whichever way it turns out. */
export function factText(criterion: Criterion): Label {
  if ('count' in criterion) return COUNTS[criterion.count];
  if ('mediaTier' in criterion) return { zh: '介入媒体层级', en: 'tier of the media involved' };
  if ('is' in criterion) {
    const { yes } = YES_NO[criterion.is];
    return { zh: `是否${yes.zh}`, en: `whether it ${isOrDoes(criterion.is)}${yes.en}` };
  }
  if ('imageImpact' in criterion) return { zh: '对整体形象的影响', en: 'effect on the image' };
  if ('category' in criterion) return { zh: '类别', en: 'category' };
  return criterionText(criterion);
}

const isOrDoes = (fact: FactYesNo): string =>
  ['crossRegion', 'rising', 'emergency'].includes(fact) ? 'is ' : '';

function branches(of: readonly Criterion[], zh: string, en: string): Label {
  const each = of.map((one) => {
    const said = criterionText(one);
    const nested = 'all' in one || 'any' in one;
    return nested ? { zh: `（${said.zh}）`, en: `(${said.en})` } : said;
  });
  return {
    zh: each.map((one) => one.zh).join(zh),
    en: each.map((one) => one.en).join(en),
  };
}

function countText({ count, atLeast, atMost }: Extract<Criterion, { count: FactCount }>): Label {
  const { zh, en } = COUNTS[count];
  if (atLeast !== undefined && atMost !== undefined) {
    return { zh: `${zh} ${atLeast}–${atMost}`, en: `${atLeast}–${atMost} ${en}` };
  }
  return atLeast === undefined
    ? { zh: `${zh}不超过 ${atMost}`, en: `at most ${atMost} ${en}` }
    : { zh: `${zh}达到 ${atLeast}`, en: `at least ${atLeast} ${en}` };
}
