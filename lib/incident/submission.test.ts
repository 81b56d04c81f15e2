import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/plan/presets';
import type { ListedWord } from '@/lib/wording/listed-words';
import { World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import { fold } from './evolve';
import { Refusal } from './refusal';

const word = (phrase: string, weight: ListedWord['weight']): ListedWord => ({
  id: phrase,
  phrase,
  why: '带有指责',
  instead: '部分网民',
  weight,
});

function drafted(
  world: World,
  body: string,
  kind: 'statement' | 'reply' | 'internal_line' = 'statement',
) {
  world.do('office', 'draftWording', { kind, title: '情况说明', body });
  return world.last('wordings').id;
}

function refusal(world: World, input: { wordingId: string; reason?: string; ticked?: string[] }) {
  const result = world.attempt('office', 'submitWording', input);
  return result.ok ? null : new Refusal(result.refusal.code, result.refusal.detail);
}

describe('words of the institution’s list', () => {
  it('a ruled-out word stops the text, with its passage, and no reason helps', () => {
    const world = worldAt('responding');
    world.listedWords = [word('别有用心', 'refuse')];
    const wordingId = drafted(world, '系别有用心者所为，情况不实。');
    const refused = refusal(world, { wordingId, reason: '必须这样写' });
    expect(refused?.code).toBe('wording_not_ready');
    expect(refused?.detail).toEqual({
      found: ['listed_word'],
      passages: ['情况说明 系别有用心者所为，情况不实。'],
    });
    expect(world.last('wordings').state).toBe('draft');
    world.do('office', 'reviseWording', { wordingId, body: '网上说法与事实不符。' });
    expect(refusal(world, { wordingId })).toBeNull();
  });

  it('a flagged word asks for a reason, which is kept', () => {
    const world = worldAt('responding');
    world.listedWords = [word('个别网民', 'warn')];
    const wordingId = drafted(world, '个别网民提出了意见。');
    expect(refusal(world, { wordingId })?.code).toBe('reason_needed');
    expect(refusal(world, { wordingId, reason: '引自来信原文' })).toBeNull();
    expect(world.last('notes').content).toBe('引自来信原文');
  });

  it('the title is looked through too, and an internal line as well', () => {
    const world = worldAt('responding');
    world.listedWords = [word('情况说明', 'refuse')];
    expect(refusal(world, { wordingId: drafted(world, '已知事实。') })?.code).toBe(
      'wording_not_ready',
    );
    const line = drafted(world, '口径。', 'internal_line');
    expect(refusal(world, { wordingId: line })?.code).toBe('wording_not_ready');
  });
});

describe('the list a plan has ticked before submission', () => {
  const p04 = presets.get('p04');
  const begun = () => {
    const world = new World(p04 ? { plan: p04 } : {});
    world.do('officer', 'log', { title: '食堂', discoveredAt: world.now });
    return world;
  };

  it('stops a text while an item is open and says which', () => {
    const world = begun();
    const wordingId = drafted(
      world,
      '食堂今天停用，明天12时前公布检测结果，电话0900-5551001。',
      'reply',
    );
    const all = world.itemsToTick();
    expect(all).toHaveLength(5);
    const refused = refusal(world, { wordingId, ticked: all.slice(1) });
    expect([refused?.code, refused?.detail]).toEqual(['checklist_open', { open: ['符合法律'] }]);
    expect(refusal(world, { wordingId, ticked: all })).toBeNull();
  });

  it('keeps what was ticked in the words of the plan, and replays to the same', () => {
    const world = begun();
    const wordingId = drafted(
      world,
      '食堂今天停用，明天12时前公布检测结果，电话0900-5551001。',
      'reply',
    );
    world.do('office', 'submitWording', { wordingId, ticked: world.itemsToTick() });
    expect(world.last('approvalRuns').ticked?.map((one) => one.zh)).toEqual([
      '符合法律',
      '符合上级文件',
      '无错别字',
      '不说套话、不用程式化语言',
      '用语诚恳',
    ]);
    expect(fold(world.events)).toEqual(world.current);
  });

  it.each([
    ['我局高度重视。', 'reason_needed'],
    ['食堂的的餐具今天换新。', 'reason_needed'],
  ])('looks for what its items name: %s', (body, code) => {
    const world = begun();
    const wordingId = drafted(world, body, 'reply');
    expect(refusal(world, { wordingId, ticked: world.itemsToTick() })?.code).toBe(code);
  });

  it('is not asked of an internal line, nor by a plan without one', () => {
    const world = begun();
    world.do('office', 'draftWording', {
      kind: 'internal_line',
      title: '口径',
      body: '统一口径。',
    });
    const line = world.last('wordings').id;
    expect(['no_approval_chain', null]).toContain(
      refusal(world, { wordingId: line })?.code ?? null,
    );
    const other = worldAt('responding');
    expect(other.itemsToTick()).toEqual([]);
    expect(refusal(other, { wordingId: drafted(other, '我局高度重视。') })).toBeNull();
  });
});
