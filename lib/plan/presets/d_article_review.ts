import type { PlanPartInput } from '../schema';
import { EMPTY_PART, oneStep, sourcesIn, t } from './shorthand';

const whole = sourcesIn('003', '篇二')('L69–L149');

/** M1: what a unit of a university puts on a website is signed there and checked in the middle. */
export const dArticleReview: PlanPartInput = {
  ...EMPTY_PART,
  key: 'd_article_review',
  title: t('网站稿件审核', 'Review of website articles'),
  institution: t('高校', 'Universities'),
  summary: t(
    '二级单位责任人审查签字，党委宣传部审核后发布；账号不得转借。',
    'Signed by the head of the unit, checked by the publicity department; credentials are not shared.',
  ),
  chains: [
    {
      key: 'website_article',
      label: t('网站稿件', 'Website articles'),
      objects: ['website_article'],
      steps: [
        oneStep('unit', 'handler', t('二级单位责任人审查签字', 'Signed by the head of the unit')),
        oneStep('publicity', 'office', t('党委宣传部审核', 'Checked by the publicity department')),
      ],
      source: whole,
    },
  ],
  mechanisms: [
    {
      kind: 'checklist',
      key: 'official_name',
      label: t('以单位名义发布', 'Speaking in the official name'),
      items: [
        t('未经批准不得以单位名义发布', 'Nobody posts in the official name without permission'),
        t('账号和密码不得转借', 'Credentials are not shared'),
      ],
      source: whole,
    },
    {
      kind: 'second_check',
      key: 'inspection',
      label: t('定期督查考核', 'Regular inspection'),
      source: whole,
    },
  ],
  source: whole,
};
