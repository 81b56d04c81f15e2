import { expect, it } from 'vitest';
import { type Absence, uncoveredAbsences } from './away';
import type { Delegation } from './delegates';

const hour = (number: number) => new Date(Date.UTC(2026, 9, 1, number)).toISOString();
const away = (from: number, to: number): Absence => ({
  id: `${from}`,
  personId: 'leader',
  startsAt: hour(from),
  endsAt: hour(to),
});
const paper = (from: number, to: number): Delegation => ({
  id: `${from}-${to}`,
  fromId: 'leader',
  toId: 'deputy',
  scope: 'all',
  startsAt: hour(from),
  endsAt: hour(to),
});
const RULES = [{ role: 'leader', awayMoreThanHours: 24 }] as const;

it.each([
  ['no longer than the rule', away(0, 24), [], false],
  ['longer', away(0, 25), [], true],
  ['covered', away(0, 25), [paper(-1, 30)], false],
  ['covered in two papers', away(0, 60), [paper(30, 60), paper(0, 30)], false],
  ['with a gap between papers', away(0, 60), [paper(0, 20), paper(30, 60)], true],
  ['covered for what is left of it', away(-40, 12), [paper(1, 12)], false],
  ['over already', away(-60, 1), [], false],
])('an absence %s warns: %s', (_, absence, papers, warns) => {
  const found = uncoveredAbsences([absence], papers, RULES, () => ['leader'], hour(1));
  expect(found.length > 0).toBe(warns);
});

it('asks only those the rule names', () => {
  const asked = uncoveredAbsences([away(0, 90)], [], RULES, () => ['deputy'], hour(1));
  expect(asked).toEqual([]);
});
