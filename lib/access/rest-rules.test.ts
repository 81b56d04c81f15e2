import { describe, expect, it } from 'vitest';
import { invalidInput, Problem } from './problem';
import { type Allowance, takeTurn } from './rate-limit';
import { problemDocument } from './rest-problem';
import { scopesCover } from './scopes';

describe('turns', () => {
  it('a minute’s worth at once, then evenly', () => {
    let left: Allowance | null = null;
    for (let count = 0; count < 60; count += 1) {
      const turn = takeTurn(left, 0, 60);
      expect(turn.waitSeconds).toBe(0);
      left = turn.allowance;
    }
    expect(takeTurn(left, 0, 60).waitSeconds).toBe(1);
    expect(takeTurn(left, 999, 60).waitSeconds).toBe(1);
    expect(takeTurn(left, 1001, 60).waitSeconds).toBe(0);
    expect(takeTurn({ left: 0, atMs: 0 }, 0, 1).waitSeconds).toBe(60);
  });

  it('never saves up more than a minute’s worth, and a clock set back gives nothing', () => {
    expect(takeTurn({ left: 0, atMs: 0 }, 3_600_000, 60).allowance.left).toBe(59);
    expect(takeTurn({ left: 0, atMs: 5000 }, 0, 60).waitSeconds).toBe(1);
  });
});

describe('scopes of a token', () => {
  it.each([
    [[], 'incident:approve', true],
    [['read'], 'incident:read', true],
    [['read'], 'calendar:read', true],
    [['read'], 'incident:log', false],
    [['read'], 'audit:export', false],
    [['incident:log'], 'incident:log', true],
    [['incident:log'], 'incident:read', false],
    [['incident:*'], 'incident:approve', true],
    [['incident:*'], 'audit:verify', false],
    [['nothing'], 'plan:read', false],
  ] as const)('%j and %s: %s', (scopes, right, expected) => {
    expect(scopesCover(scopes, right)).toBe(expected);
  });
});

describe('problem documents', () => {
  it('carry code, status, reason and facts, and nothing else', () => {
    const problem = new Problem('REFUSED', { reason: 'recused', detail: { person: 'x' } });
    expect(problemDocument(problem, '/api/v1/x', '已回避')).toEqual({
      type: 'about:blank',
      title: 'The rules refuse this',
      status: 409,
      code: 'REFUSED',
      detail: '已回避',
      instance: '/api/v1/x',
      reason: 'recused',
      context: { person: 'x' },
    });
  });

  it('call a grade the plan does not have invalid input', () => {
    const problem = new Problem('REFUSED', {
      reason: 'grade_unknown_to_plan',
      detail: { grade: '紫', known: ['serious'] },
    });
    expect(problemDocument(problem, '/x')).toMatchObject({
      status: 422,
      code: 'INVALID_INPUT',
      errors: [{ path: 'grade', message: 'the plan has no grade 紫, one of serious' }],
    });
  });

  it('name every unknown field, and at most fifty errors', () => {
    const strict = [{ path: ['source'], message: 'unknown', keys: ['a', 'b'] }];
    const paths = invalidInput(strict).facts.errors?.map((error) => error.path);
    expect(paths).toEqual(['source.a', 'source.b']);
    const many = Array.from({ length: 90 }, () => ({ path: ['x'], message: 'no' }));
    expect(invalidInput(many).facts.errors).toHaveLength(50);
  });
});
