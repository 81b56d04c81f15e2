import { describe, expect, it } from 'vitest';
import { composeCopy, paragraphsOf, signsIn, tooLong, wholeCopy } from './copies';
import { limitsOf, STARTING_LIMITS } from './platforms';

const approved = {
  title: '情况通报',
  body: '【已知事实】\n食堂今天停用。\n\n【联系方式】\n0900-5551001',
};
const plain = { withTitle: true, kept: [0, 1], head: null, foot: null, link: null };

describe('a copy of an approved text for a platform', () => {
  it('holds whole paragraphs in their order, with a head, a foot and an address', () => {
    expect(paragraphsOf(approved.body)).toHaveLength(4);
    const recipe = {
      ...plain,
      kept: [3, 1],
      head: '#云岭教育#',
      foot: '云岭县教育局',
      link: 'https://a.cn/1',
    };
    const copy = composeCopy(approved, recipe);
    expect(copy).toEqual({
      title: '情况通报',
      body: '#云岭教育#\n食堂今天停用。\n0900-5551001\n云岭县教育局\nhttps://a.cn/1',
    });
    expect(copy && wholeCopy(copy).split('\n').slice(0, 2)).toEqual(['情况通报', '']);
  });

  it('leaves out a heading under which nothing stays', () => {
    expect(composeCopy(approved, { ...plain, kept: [0, 1, 2] })?.body).toBe(
      '【已知事实】\n食堂今天停用。',
    );
    expect(composeCopy(approved, { ...plain, kept: [0, 2] })).toBeNull();
  });

  it.each([[[]], [[4]], [[0, 9]]])('is none of the paragraphs %j', (kept) => {
    expect(composeCopy(approved, { ...plain, kept })).toBeNull();
  });

  it('is measured in signs as people count them', () => {
    expect(signsIn('𠮷林😀')).toBe(3);
    const copy = { title: '一'.repeat(65), body: '二' };
    expect(tooLong(copy, STARTING_LIMITS.wechat)).toEqual({ part: 'title', length: 65, max: 64 });
    expect(tooLong({ ...copy, title: null }, STARTING_LIMITS.wechat)).toBeNull();
    expect(tooLong({ title: null, body: '一'.repeat(501) }, STARTING_LIMITS.sms)?.part).toBe(
      'body',
    );
  });

  it('is measured by the institution’s own figures where it set any', () => {
    const own = limitsOf({ weibo: { body: 140 }, sms: { body: null } });
    expect([own.weibo.body, own.sms.body, own.wechat.title]).toEqual([140, null, 64]);
  });
});
