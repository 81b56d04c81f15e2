import { describe, expect, it } from 'vitest';
import type { CommandInput } from '@/lib/incident/commands';
import { limitsOf } from '@/lib/wording/platforms';
import { ACCOUNT, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { copiesInForce } from './commands/copying';
import { fold } from './evolve';

const BODY = '食堂今天停用。\n餐具已送检，明天12时前公布结果。\n值班电话0900-5551001。';

/** An approved statement of three paragraphs. */
function approved(): { world: World; wordingId: string } {
  const world = worldAt('responding');
  world.do('office', 'draftWording', { kind: 'statement', title: '情况通报', body: BODY });
  const wordingId = world.last('wordings').id;
  world.do('office', 'submitWording', { wordingId });
  world.approveAs('deputy');
  return { world, wordingId };
}

const recipe = (wordingId: string): CommandInput<'makeCopy'> => ({
  wordingId,
  platform: 'weibo',
  kept: [0, 2],
  head: '#云岭教育#',
  link: 'https://a.cn/1',
});

describe('a copy for a platform', () => {
  it('is words of the approved text and nothing else, bound to it, and replays to the same', () => {
    const { world, wordingId } = approved();
    world.do('office', 'makeCopy', recipe(wordingId));
    const copy = world.last('wordingCopies');
    expect(copy.words).toBe(
      '情况通报\n\n#云岭教育#\n食堂今天停用。\n值班电话0900-5551001。\nhttps://a.cn/1',
    );
    expect(copy.contentHash).toBe(world.hashOf(world.last('wordings')));
    world.do('office', 'publish', {
      wordingId,
      copyId: copy.id,
      accountId: ACCOUNT,
      signatory: '示范局',
      url: 'https://weibo.com/1/a',
    });
    expect(world.last('publications')).toMatchObject({
      copyId: copy.id,
      contentHash: copy.contentHash,
    });
    expect(fold(world.events)).toEqual(world.current);
  });

  it('is made of approved texts alone', () => {
    const world = worldAt('responding');
    const wordingId = world.submitDraft();
    expect(world.refusal('office', 'makeCopy', { ...recipe(wordingId), kept: [0] })).toBe(
      'wording_not_approved',
    );
  });

  it.each([
    ['a paragraph that is not there', { kept: [7] }, 'passage_not_there'],
    ['personal data in its own line', { foot: '联系张某13812345678' }, 'wording_not_ready'],
  ])('is refused for %s', (_, change, code) => {
    const { world, wordingId } = approved();
    expect(world.refusal('office', 'makeCopy', { ...recipe(wordingId), ...change })).toBe(code);
  });

  it('is refused where it is longer than the platform takes, as the institution set it', () => {
    const { world, wordingId } = approved();
    world.copyLimits = limitsOf({ weibo: { title: null, body: 20 } });
    expect(world.refusal('office', 'makeCopy', recipe(wordingId))).toBe('copy_too_long');
    const short = { ...recipe(wordingId), kept: [0], link: null };
    expect(world.refusal('office', 'makeCopy', short)).toBeNull();
  });

  it('an edit of the text ends its copies; the newest of a platform holds', () => {
    const { world, wordingId } = approved();
    world.do('office', 'makeCopy', recipe(wordingId));
    world.do('office', 'makeCopy', { ...recipe(wordingId), kept: [1] });
    world.do('office', 'makeCopy', { ...recipe(wordingId), platform: 'sms' });
    const inForce = copiesInForce(world.current, wordingId);
    expect(inForce.map((one) => [one.platform, one.kept])).toEqual([
      ['weibo', [1]],
      ['sms', [0, 2]],
    ]);
    const copyId = inForce[0]?.id ?? null;
    world.do('office', 'reviseWording', { wordingId, body: `${BODY}\n更正。` });
    expect(copiesInForce(world.current, wordingId)).toEqual([]);
    world.do('office', 'submitWording', { wordingId });
    world.approveAs('deputy');
    const publication = {
      wordingId,
      copyId,
      accountId: ACCOUNT,
      signatory: '示范局',
      url: 'https://a.cn',
    };
    expect(world.refusal('office', 'publish', publication)).toBe('content_changed');
  });
});
