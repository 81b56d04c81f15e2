import { describe, expect, it } from 'vitest';
import {
  dueTimes,
  instant,
  type Line,
  type Rules,
  rulesFor,
  START_NAMES,
  STARTS,
} from './plan-conformance';

const list = <T>(value: T | readonly T[]) => [value].flat() as T[];
const NOBODY = ['auditor', 'sysadmin', 'secadmin', 'audit_admin'];

/** The rule of a line: the one that holds then, among those with the line's amount. */
export function ruleOf(plan: Rules, { key, amount, known }: Line) {
  const rules = rulesFor(plan, known).filter((rule) => rule.key === key && rule.amount === amount);
  if (rules.length !== 1) {
    const there = plan.obligations.filter((rule) => rule.key === key).map((rule) => rule.rule);
    throw new Error(`${plan.key}: ${rules.length} rules of ${key}; the preset has ${there}`);
  }
  return rules[0] as (typeof rules)[number];
}

/** Drives every line of block B of one plan. */
export function itOwes(plan: () => Rules, lines: readonly Line[]): void {
  describe.each(
    lines.map(
      (line) => [`${line.key} ${line.known ? JSON.stringify(line.known) : ''}`, line] as const,
    ),
  )('%s', (_, line) => {
    it('has its clock, start, owner and target, and comes from its line', () => {
      const rule = ruleOf(plan(), line);
      expect(list(line.clock)).toContain(rule.clock);
      if (line.unit) expect(rule.unit).toBe(line.unit);
      if (line.start) expect(list(line.start)).toContain(rule.start);
      expect(list(line.target)).toContain(rule.target);
      expect(NOBODY).not.toContain(rule.owner);
      expect(rule.source.document).toBe(line.document);
      expect(rule.source.line.split(/[^L\d]+/)).toContain(line.line);
      expect(rule.filledByUnit).toBe(false);
      if (rule.start !== 'periodic') expect(rule.metBy).not.toEqual([]);
      if (line.recipient) expect(`${rule.recipient?.zh} ${rule.title.zh}`).toMatch(line.recipient);
    });

    it.each(STARTS.map((start, index) => [START_NAMES[index], start, index] as const))(
      'is due in time from %s',
      (_name, start, index) => {
        const times = dueTimes(ruleOf(plan(), line), start);
        const expected = line.due
          ? list(line.due[index] as string | string[]).map(instant)
          : [null];
        expect(times).toEqual(expected);
      },
    );

    if (line.words) {
      it('keeps the words of the source in the place of a figure', () => {
        expect(ruleOf(plan(), line).originalWords?.zh).toMatch(line.words as RegExp);
      });
    }

    if (line.never) {
      it.each(line.never.map((known) => [JSON.stringify(known), known] as const))(
        'is not owed with %s',
        (_name, known) => {
          const rule = ruleOf(plan(), line);
          expect(rulesFor(plan(), known).map((one) => one.rule)).not.toContain(rule.rule);
        },
      );
    }
  });
}
