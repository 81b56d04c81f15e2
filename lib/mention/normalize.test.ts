import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalUrl, cleanText, normalizeText, platformOf } from './normalize';

describe('canonicalUrl', () => {
  it.each([
    ['HTTPS://Example.GOV.cn/A/b', 'https://example.gov.cn/A/b'],
    ['http://example.gov.cn:80/', 'http://example.gov.cn/'],
    ['http://example.gov.cn:8080/a/', 'http://example.gov.cn:8080/a'],
    [
      'https://example.com/a?utm_source=x&id=3&UTM_medium=y&from=timeline#top',
      'https://example.com/a?id=3',
    ],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/a//////////////', 'https://example.com/a'],
    ['https://example.com///', 'https://example.com/'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://user:secret@example.com/a', 'https://example.com/a'],
    ['https://example.com./a', 'https://example.com/a'],
    ['example.com/a', 'https://example.com/a'],
    ['//example.com/a', 'https://example.com/a'],
    ['example.com:8443/a', 'https://example.com:8443/a'],
    ['  https://example.com/a\n', 'https://example.com/a'],
    ['https://中国.cn/新闻', 'https://xn--fiqs8s.cn/%E6%96%B0%E9%97%BB'],
    [
      'http://weibo.com/1234567890/NabcD?refer_flag=1001030103_&type=comment#_rnd',
      'https://weibo.com/1234567890/NabcD',
    ],
    ['https://s.weibo.com/weibo?q=某校&spm=a.b', 'https://s.weibo.com/weibo?q=%E6%9F%90%E6%A0%A1'],
    [
      'http://mp.weixin.qq.com/s?__biz=MzA&mid=22&idx=1&sn=ab&chksm=cd&scene=21&sharer_shareid=9#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=MzA&idx=1&mid=22&sn=ab',
    ],
    ['https://mp.weixin.qq.com/s/AbC_d-E?scene=1', 'https://mp.weixin.qq.com/s/AbC_d-E'],
    [
      'https://www.douyin.com/video/7311?previous_page=app&mid=5',
      'https://www.douyin.com/video/7311',
    ],
    [
      'https://www.douyin.com/jingxuan?modal_id=7311',
      'https://www.douyin.com/jingxuan?modal_id=7311',
    ],
    [
      'https://www.bilibili.com/video/BV1xx/?p=2&vd_source=1&spm_id_from=333',
      'https://www.bilibili.com/video/BV1xx?p=2',
    ],
    [
      'https://www.xiaohongshu.com/explore/64ab?xsec_token=AB&xsec_source=pc_feed',
      'https://www.xiaohongshu.com/explore/64ab',
    ],
    ['https://tieba.baidu.com/p/8123?pn=2&fr=share', 'https://tieba.baidu.com/p/8123?pn=2'],
    [
      'https://baijiahao.baidu.com/s?id=17&wfr=spider&for=pc',
      'https://baijiahao.baidu.com/s?id=17',
    ],
  ])('%s', (input, expected) => {
    expect(canonicalUrl(input)).toBe(expected);
  });

  it.each([
    '',
    '来电',
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://example.com/a',
    'http://',
    'mailto:a@b.cn',
    '某某 路.口',
  ])('is null for %j', (input) => {
    expect(canonicalUrl(input)).toBeNull();
    expect(platformOf(input)).toBeNull();
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = canonicalUrl(url);
        expect(once === null ? null : canonicalUrl(once)).toBe(once);
      }),
    );
  });
});

describe('platformOf', () => {
  it.each([
    ['https://weibo.com/1/a', 'weibo'],
    ['https://m.weibo.cn/status/1', 'weibo'],
    ['t.cn/A6x', 'weibo'],
    ['https://v.douyin.com/x/', 'douyin'],
    ['https://www.iesdouyin.com/share/video/1', 'douyin'],
    ['https://mp.weixin.qq.com/s/x', 'wechat'],
    ['https://channels.weixin.qq.com/x', 'wechat_channels'],
    ['http://xhslink.com/a', 'xiaohongshu'],
    ['https://v.kuaishou.com/a', 'kuaishou'],
    ['https://www.toutiao.com/article/1', 'toutiao'],
    ['https://www.zhihu.com/question/1', 'zhihu'],
    ['https://zhuanlan.zhihu.com/p/1', 'zhihu'],
    ['https://tieba.baidu.com/p/1', 'tieba'],
    ['https://baijiahao.baidu.com/s?id=1', 'baijiahao'],
    ['https://b23.tv/x', 'bilibili'],
    ['https://www.163.com/dy/article/x.html', 'netease'],
    ['https://liuyan.people.com.cn/threads/1', 'people_board'],
    ['https://12345.example.gov.cn/a', 'hotline_12345'],
    ['https://www.xx12345.gov.cn/a', 'hotline_12345'],
    ['https://www.baidu.com/s?wd=1', null],
    ['https://notweibo.com/1', null],
    ['https://weibo.com.example.org/1', null],
    ['https://s912345.example.org/1', null],
    ['https://example.gov.cn/weibo.com', null],
  ])('%s is %s', (url, key) => {
    expect(platformOf(url)).toBe(key);
  });
});

describe('cleanText and normalizeText', () => {
  it.each([
    ['  某校\u200b食堂\ufeff ', '某校食堂', '某校食堂'],
    [
      '第一行\r\n第二行\r第三行\u2028第四行',
      '第一行\n第二行\n第三行\n第四行',
      '第一行 第二行 第三行 第四行',
    ],
    ['ＡＢＣ　１２３，（好）', 'ＡＢＣ　１２３，（好）', 'ABC 123,(好)'],
    ['a\u0000b\u0007c\td', 'abc\td', 'abc d'],
    ['①㎡ﬁ', '①㎡ﬁ', '1m2fi'],
    ['e\u0301', 'é', 'é'],
    ['x\ud800y', 'xy', 'xy'],
    ['\u202e倒写\u202c', '倒写', '倒写'],
    ['表情\u{1F600}', '表情\u{1F600}', '表情\u{1F600}'],
    ['', '', ''],
  ])('%j', (text, clean, normal) => {
    expect(cleanText(text)).toBe(clean);
    expect(normalizeText(text)).toBe(normal);
  });

  it('change nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
      }),
      { numRuns: 2000 },
    );
  });
});
