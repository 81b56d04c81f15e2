import type { ResponsePlanInput } from '../schema';
import { sourcesIn, t } from './shorthand';

const at = sourcesIn('004', '篇二');

/** Stages, people and papers of P26. */
export const p26Frame: Pick<ResponsePlanInput, 'stages' | 'roles' | 'documents'> = {
  stages: [
    { label: t('发现', 'Find'), maps: ['detected'] },
    { label: t('报告', 'Report'), maps: ['reported'] },
    { label: t('评估', 'Assess'), maps: ['graded'] },
    { label: t('处置', 'Respond'), maps: ['responding'] },
    { label: t('后续', 'Afterwards'), maps: ['following', 'reviewing'] },
  ],
  roles: [
    {
      role: 'leader',
      label: t('组长（单位负责人）', 'Head of the group (head of the institution)'),
    },
    {
      role: 'deputy',
      label: t(
        '副组长（1–2 名，分管宣传和重点领域）',
        'Deputies (one or two, publicity and key fields)',
      ),
      duties: t('分管新闻宣传的领导负责评估', 'The deputy for publicity assesses'),
    },
    {
      role: 'office',
      label: t(
        '应急处置办公室（业务、宣传、后勤）',
        'Response office (business, publicity, supplies)',
      ),
      duties: t(
        '审核并统一发布以单位名义的一切信息',
        'Checks and publishes everything in the institution’s name',
      ),
    },
    {
      role: 'handler',
      label: t('其他部门、业务单位', 'Other departments and business units'),
      duties: t(
        '答复内容由单位主要负责人签署意见；需按程序办理的由部门领导审定',
        'Answers are signed by the head of the unit; what has its own procedure, by the department',
      ),
    },
    { role: 'monitor', label: t('舆情监测员', 'Opinion monitor') },
    { role: 'spokesperson', label: t('网上发言人', 'Online spokesperson') },
    { role: 'member', label: t('法律支持', 'Legal support') },
  ],
  documents: [
    {
      key: 'evidence',
      label: t('固定证据', 'Evidence secured'),
      fields: [
        t('微信', 'WeChat'),
        t('微博', 'Weibo'),
        t('报纸', 'Newspaper'),
        t('电视画面', 'Television picture'),
        t('广播声音', 'Radio recording'),
        t('网页', 'Web page'),
      ],
      source: at('L79–L93'),
    },
    {
      key: 'report',
      label: t('报告信息', 'What a report says'),
      fields: [
        t('媒体与网络评论', 'Comments of media and online'),
        t('时间', 'Time'),
        t('地点', 'Place'),
        t('涉及单位', 'Units concerned'),
        t('过程', 'Course'),
        t('结果', 'Result'),
        t('跟贴言论倾向', 'Leaning of the comments'),
      ],
      source: at('L93'),
    },
    { key: 'release', label: t('新闻通稿', 'Press release'), fields: [], source: at('L85–L91') },
  ],
};
