import type { PlanPartInput } from '../schema';
import { EMPTY_PART, sourcesIn, t } from './shorthand';

const at = sourcesIn('004', '篇四');

/** P27: the outline of an analysis report over a stated window. */
export const p27: PlanPartInput = {
  ...EMPTY_PART,
  kind: 'report_template',
  key: 'p27',
  title: t('舆情分析报告模板', 'Outline of an opinion analysis report'),
  institution: t('通用', 'General'),
  summary: t(
    '写明起止时间，依次写事件时间线、传播、内容、点评。',
    'States its window; then the timeline, the spread, the content and a commentary.',
  ),
  headings: [
    { key: 'introduction', label: t('简介', 'Introduction') },
    {
      key: 'timeline',
      label: t('事件时间线（起止时间）', 'Timeline of the event (window)'),
      under: 'introduction',
    },
    { key: 'spread', label: t('一、传播', '1. Spread') },
    { key: 'platforms', label: t('主要平台分布', 'Main platforms'), under: 'spread' },
    { key: 'key_periods', label: t('关键时期', 'Key periods'), under: 'spread' },
    { key: 'developing', label: t('发展期', 'Development'), under: 'key_periods' },
    { key: 'outbreak', label: t('爆发期', 'Outbreak'), under: 'key_periods' },
    { key: 'continuation', label: t('延续期', 'Continuation'), under: 'key_periods' },
    {
      key: 'moods',
      label: t('网民情绪（媒体与民间）', 'Moods (media and public)'),
      under: 'spread',
    },
    {
      key: 'spreaders',
      label: t('传播人群（原创占比）', 'Who spreads it (share of original posts)'),
      under: 'spread',
    },
    { key: 'regions', label: t('区域热度', 'Regions'), under: 'spread' },
    { key: 'content', label: t('二、内容', '2. Content') },
    { key: 'word_chart', label: t('热词图', 'Chart of frequent words'), under: 'content' },
    { key: 'topics', label: t('热门话题', 'Topics'), under: 'content' },
    { key: 'media_topics', label: t('媒体话题（占比）', 'Topics of media (%)'), under: 'topics' },
    {
      key: 'public_topics',
      label: t('网民话题（占比）', 'Topics of the public (%)'),
      under: 'topics',
    },
    { key: 'views', label: t('观点聚焦', 'Main views'), under: 'content' },
    { key: 'commentary', label: t('三、点评', '3. Commentary') },
  ],
  flags: [
    {
      code: 'TRUNC',
      where: 'headings',
      note: t(
        '原文三个大标题残缺，只存“传播”“内容”“点评”，按需填写。',
        'The three main headings are cut; only “spread”, “content” and “commentary” survive.',
      ),
    },
  ],
  note: '没有数据的栏目写明“数据不足”，不推算。',
  source: at('L139–L189'),
};
