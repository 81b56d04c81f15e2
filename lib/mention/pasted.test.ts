import { describe, expect, it } from 'vitest';
import { parsePasted } from './pasted';

describe('parsePasted', () => {
  it('knows a bare link and its platform', () => {
    const pasted = parsePasted(' https://weibo.com/123/AbC?from=x ');
    expect(pasted).toMatchObject({ platform: 'weibo', text: null, title: null, counts: {} });
    expect(pasted.url).toBe('https://weibo.com/123/AbC?from=x');
    expect(parsePasted('v.douyin.com/abc/').platform).toBe('douyin');
  });

  it('splits a share text into link, text and title', () => {
    const pasted = parsePasted(
      '7.43 复制打开抖音，看看【云岭的作品】甲小学食堂吃出异物！家长很生气 https://v.douyin.com/iAbc/ 03/12',
    );
    expect(pasted.url).toBe('https://v.douyin.com/iAbc/');
    expect(pasted.platform).toBe('douyin');
    expect(pasted.title).toBe('复制打开抖音，看看【云岭的作品】甲小学食堂吃出异物');
  });

  it('stops an address at Chinese text', () => {
    expect(parsePasted('看这里https://weibo.com/1/a，转发一下').url).toBe('https://weibo.com/1/a');
  });

  it.each([
    ['路都塌了 转发 12 评论 30 赞 1,205', { reposts: 12, comments: 30, likes: 1205 }],
    ['转发：3.2万 评论(56)', { reposts: 32_000, comments: 56 }],
    ['3.5万次播放 120条评论', { views: 35_000, comments: 120 }],
    ['阅读 10万+', { views: 100_000 }],
    ['三年级二班 60 人', {}],
  ])('reads counts of %s', (text, counts) => {
    expect(parsePasted(text).counts).toEqual(counts);
  });

  it('takes a moment only when it is the only one', () => {
    expect(parsePasted('2026年11月2日 9:05 发布：路塌了').publishedAt).toBe('2026-11-02T09:05');
    expect(parsePasted('2026-11-02 09:05 和 2026-11-03 10:00').publishedAt).toBeNull();
  });

  it('cuts a long first sentence and needs no text at all', () => {
    expect([...(parsePasted('长'.repeat(90)).title ?? '')]).toHaveLength(41);
    expect(parsePasted('  ')).toMatchObject({ url: null, text: null, title: null });
  });
});
