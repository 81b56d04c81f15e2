import { expect, it } from 'vitest';
import { reachOf, type Scene } from './reach';

const scene = (change: Partial<Scene> = {}): Scene => ({
  responsibleIds: ['li'],
  missing: null,
  dutyLeaderId: 'deputy',
  people: [
    { id: 'office', roles: ['office'] },
    { id: 'leader', roles: ['leader'] },
  ],
  aboveIds: ['above'],
  ...change,
});
const first = [{ atMinutes: 0, to: ['responsible' as const] }];

it('tells those a step names, each once', () => {
  const steps = [...first, { atMinutes: 15, to: ['responsible' as const, 'office' as const] }];
  expect(reachOf(steps, scene())).toEqual({ personIds: ['li', 'office'], skipped: [] });
});

it('nobody on duty: skipped with the reason, and the next in line is told', () => {
  const empty = scene({ responsibleIds: [], missing: 'nobody_on_duty' });
  expect(reachOf(first, empty)).toEqual({
    personIds: ['deputy'],
    skipped: [{ target: 'responsible', reason: 'nobody_on_duty' }],
  });
  expect(reachOf(first, { ...empty, dutyLeaderId: null }).personIds).toEqual(['office']);
});

it('an empty house: the institution above', () => {
  const empty = scene({ responsibleIds: [], dutyLeaderId: null, people: [] });
  const { personIds, skipped } = reachOf(first, empty);
  expect(personIds).toEqual(['above']);
  expect(skipped.map(({ target }) => target)).toEqual([
    'responsible',
    'duty_leader',
    'office',
    'deputy',
    'leader',
  ]);
});
