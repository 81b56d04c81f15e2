import { describe, expect, it } from 'vitest';
import { personId, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { fold } from './evolve';
import { placeOf } from './passages';

const BODY = '食堂今天停用。检测结果明天12时前公布。';

function begun(): { world: World; wordingId: string } {
  const world = worldAt('responding');
  world.do('office', 'draftWording', { kind: 'statement', title: '情况通报', body: BODY });
  return { world, wordingId: world.last('wordings').id };
}

const on = (world: World, from: number, to: number) => {
  const wording = world.last('wordings');
  const contentHash = world.hashOf(wording);
  return { wordingId: wording.id, contentHash, from, to, content: '以检测机构的时间为准' };
};

describe('a comment on a passage', () => {
  it('keeps the passage and the version it was made on, and replays to the same', () => {
    const { world } = begun();
    const { contentHash } = on(world, 0, 1);
    expect(world.do('deputy', 'remarkOnWording', on(world, 7, 19))).toContain('wording.commented');
    expect(world.last('wordingRemarks')).toMatchObject({
      kind: 'comment',
      quote: '检测结果明天12时前公布',
      versionNumber: 1,
      contentHash,
      writtenBy: personId('deputy'),
    });
    world.do('office', 'answerRemark', {
      commentId: world.last('wordingRemarks').id,
      content: '已改',
    });
    expect(fold(world.events)).toEqual(world.current);
  });

  it('is refused on a text that was changed meanwhile, and where there is no such passage', () => {
    const { world, wordingId } = begun();
    const seen = on(world, 0, 4);
    for (const [from, to] of [
      [4, 4],
      [5, 2],
      [0, BODY.length + 1],
    ] as const) {
      expect(world.refusal('deputy', 'remarkOnWording', on(world, from, to))).toBe(
        'passage_not_there',
      );
    }
    world.do('office', 'reviseWording', { wordingId, body: `${BODY}电话12345。` });
    expect(world.refusal('deputy', 'remarkOnWording', seen)).toBe('content_changed');
  });

  it('is carried over while its passage stands, and says when it was changed', () => {
    const { world, wordingId } = begun();
    world.do('deputy', 'remarkOnWording', on(world, 7, 19));
    const comment = () => world.last('wordingRemarks');
    const place = () => placeOf(comment(), world.last('wordingVersions').body ?? '');
    world.do('office', 'reviseWording', { wordingId, body: `更正：${BODY}` });
    expect(place()).toEqual({ from: 10, to: 22 });
    world.do('office', 'reviseWording', { wordingId, body: '食堂今天停用。' });
    expect(place()).toBeNull();
  });

  it('is settled by its writer, by others once it was answered, and once', () => {
    const { world } = begun();
    world.do('deputy', 'remarkOnWording', on(world, 0, 7));
    const commentId = world.last('wordingRemarks').id;
    expect(world.refusal('office', 'settleRemark', { commentId })).toBe('comment_unanswered');
    world.do('office', 'answerRemark', { commentId, content: '已改' });
    world.do('office', 'settleRemark', { commentId });
    const closed = world.current.wordingRemarks.find((one) => one.id === commentId);
    expect(closed?.settledBy).toBe(personId('office'));
    expect(world.refusal('deputy', 'settleRemark', { commentId })).toBe('comment_settled');
    expect(world.refusal('deputy', 'answerRemark', { commentId, content: '再看' })).toBe(
      'comment_settled',
    );
  });

  it('never touches the approval of the text', () => {
    const { world } = begun();
    world.do('office', 'submitWording', { wordingId: world.last('wordings').id });
    world.do('office2', 'remarkOnWording', on(world, 0, 7));
    world.approveAs('deputy');
    expect(world.last('wordings').state).toBe('approved');
  });
});
