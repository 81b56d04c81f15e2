import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/plan/presets';
import { local, World } from '@/tests/support/incident-world';

function worldOf(key: string): World {
  const plan = presets.get(key);
  if (!plan) throw new Error(`The preset ${key} is missing`);
  return new World({ plan });
}

const occurred = (text: string) => ({ reason: '核实', opinionOccurredAt: local(text) });

describe('a clock whose start nobody knows yet', () => {
  it('runs from the discovery, and forward once the opinion proves to be older', () => {
    const world = worldOf('p21');
    world.do('officer', 'log', { title: '甲' }, '2026-03-17 10:00');
    expect(world.dueOf('positive_reply')).toBe('2026-03-17 22:00');
    const unknown = { code: 'stands_in', params: { start: 'opinion_occurred' } };
    expect(world.deadline('positive_reply').explanation).toContainEqual(unknown);
    world.do('officer', 'correct', occurred('2026-03-17 06:30'), '2026-03-17 11:00');
    expect(world.dueOf('positive_reply')).toBe('2026-03-17 18:30');
    expect(world.deadline('positive_reply')).toMatchObject({
      startedAt: local('2026-03-17 06:30'),
      originalDueAt: local('2026-03-17 22:00'),
    });
    expect(world.deadline('positive_reply').explanation).not.toContainEqual(unknown);
  });

  it('a later moment never pushes it back, and one that proves earlier still counts', () => {
    const world = worldOf('p21');
    world.do('officer', 'log', { title: '甲' }, '2026-03-17 10:00');
    world.do('officer', 'correct', occurred('2026-03-17 10:30'), '2026-03-17 11:00');
    expect(world.dueOf('positive_reply')).toBe('2026-03-17 22:00');
    world.do('officer', 'correct', occurred('2026-03-17 08:00'), '2026-03-17 11:30');
    expect(world.dueOf('positive_reply')).toBe('2026-03-17 20:00');
  });

  it('begins with the opinion where it was named at once', () => {
    const world = worldOf('p21');
    const log = { title: '甲', opinionOccurredAt: local('2026-03-17 09:00') };
    world.do('officer', 'log', log, '2026-03-17 10:00');
    expect(world.dueOf('positive_reply')).toBe('2026-03-17 21:00');
  });

  it('a post’s time, told later, pulls the answer forward', () => {
    const world = worldOf('p04');
    world.do('officer', 'log', { title: '甲' }, '2026-03-17 10:00');
    expect(world.dueOf('formal_answer')).toBe('2026-03-18 10:00');
    const source = { publishedAt: local('2026-03-16 23:00') };
    world.do('officer', 'linkMention', source, '2026-03-17 11:00');
    expect(world.dueOf('formal_answer')).toBe('2026-03-17 23:00');
  });
});
