import { describe, expect, it } from 'vitest';
import { findPhrases } from './find-phrases';
import { FLAGGED_PHRASES } from './phrases';

const keysIn = (text: string) => findPhrases(text).map((one) => one.key);

describe('guard 2: 劝删 in free text is found', () => {
  it.each<[string, string]>([
    ['persuade_removal', '已安排班主任上门劝删，家长表示考虑。'],
    ['persuade_removal', '请总务处劝其自行删帖'],
    ['persuade_removal', '由社区劝说删除'],
    ['ask_removal', '请联系发帖人尽快把视频撤下'],
    ['ask_removal', '协调平台对相关帖文作屏蔽'],
    ['ask_removal', '沟通楼主，让他删掉'],
    ['ask_removal', '要求网站立即下架'],
    ['ask_removal', '与家长做工作，请家长删除'],
    ['ask_removal_of_post', '督促尽快删除相关帖文'],
    ['ask_removal_of_post', '通知技术公司屏蔽该话题'],
    ['have_posts_removed', '原帖已删帖，舆情平息'],
    ['have_posts_removed', '请尽快删帖'],
    ['posts_removed', '本周删帖率百分之九十'],
    ['posts_removed', '累计删帖12条'],
    ['removed_as_result', '该帖文已协调平台删除完毕'],
    ['block_search', '已请平台撤热搜'],
    ['block_search', '安排人员控评'],
    ['steer_comments', '组织教师跟帖，用正面评论覆盖'],
    ['steer_comments', '发动网评员及时跟帖'],
    ['find_poster', '请公安落地查人'],
    ['find_poster', '约谈发帖人'],
    ['find_poster', '查清发帖人身份'],
    ['find_poster', '由教导处约谈发帖家长'],
    ['find_poster', '已约谈了涉事发帖的学生'],
    ['find_poster', '对发帖人进行批评教育'],
    ['find_poster', '对相关发布者予以训诫'],
    ['find_poster', '建议处理发帖职工'],
  ])('%s: %s', (key, text) => {
    expect(keysIn(text)).toContain(key);
  });

  it.each([
    '网民反映自己发的帖子被要求删除，现核实是否属实。',
    '家长称学校约谈发帖人，请核实。',
    '已处理发帖人反映的三个问题。',
    '尽快处理投诉人的诉求，今日答复。',
    '对发帖家长当面道歉并说明整改。',
    '不得约谈发帖学生。',
    '各单位不得劝删，不得要求家长删除视频。',
    '严禁以任何方式联系发帖人删帖。',
    '没有删帖处理，已公开回应。',
    '跟踪时帖子已看不到，原因不明，不计入平稳判断。',
    '发帖人后来自行删除了视频。',
    '删除错别字，第三段删除重复的一句。',
    '请删除附件里的学生身份证复印件后再上传。',
    '已撤下食堂的临期食品，下架问题批次牛奶。',
    '原处置科清除路面积水，屏蔽施工噪声。',
    '教育孩子遵守规则，处理投诉工单 3 件。',
    '联系家长说明情况，约定次日当面答复。',
    '已督促施工方三日内修复路面。',
    '平台已把置顶的公告撤下，由我局重新发布。',
    '请信息科在官网更正说明，并保留原说明。',
    '降温后学校已提前供暖。',
    '小号字体看不清，请印大一些。',
    '要求各班统计选餐人数，删去重复报名。',
    '警告标志已重新设置。',
    '组织学生观看视频，评论区有家长提问，已逐条答复。',
    '正面临期末，考试安排不变。',
    '',
  ])('leaves alone: %s', (text) => {
    expect(keysIn(text)).toEqual([]);
  });

  it('names every phrase once, with the words around it', () => {
    const [found] = findPhrases('甲乙丙。请联系发帖人删除该视频；再联系发帖人删除。');
    expect(found?.excerpt).toContain('联系发帖人删除');
    const keys = FLAGGED_PHRASES.map((one) => one.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(['劝', '联系发帖人', '不得', '该帖', '网民称', '删'])(
    'a megabyte of %s is searched in time',
    (unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      const startedAt = performance.now();
      findPhrases(text);
      expect(performance.now() - startedAt).toBeLessThan(3000);
    },
  );
});
