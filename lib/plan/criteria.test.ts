import { describe, expect, it } from 'vitest';
import type { Criterion, GradingFacts } from './criteria';
import { evaluate } from './evaluate';

const reposts: Criterion = { count: 'reposts', atLeast: 100 };
const cross: Criterion = { is: 'crossRegion', value: true };
const manual: Criterion = { manual: { zh: '影响恶劣', en: 'Grave effect' } };

describe('each criterion holds, does not hold, or is not known yet', () => {
  it.each<[string, Criterion, GradingFacts, boolean | null]>([
    ['a count at its floor', reposts, { reposts: 100 }, true],
    ['a count below it', reposts, { reposts: 99 }, false],
    ['a count nobody took', reposts, {}, null],
    ['a count of zero is known', { count: 'casualties', atMost: 0 }, { casualties: 0 }, true],
    ['a count above its ceiling', { count: 'items', atMost: 5 }, { items: 6 }, false],
    ['a count within both ends', { count: 'items', atLeast: 2, atMost: 5 }, { items: 5 }, true],
    ['a media tier in the list', { mediaTier: ['city', 'province'] }, { mediaTier: 'city' }, true],
    ['a media tier outside it', { mediaTier: ['city', 'province'] }, { mediaTier: 'local' }, false],
    ['no media known', { mediaTier: ['city'] }, {}, null],
    ['yes', cross, { crossRegion: true }, true],
    ['no', cross, { crossRegion: false }, false],
    ['no, asked for', { is: 'rising', value: false }, { rising: false }, true],
    ['nobody said', cross, {}, null],
    ['image effect', { imageImpact: 'large' }, { imageImpact: 'large' }, true],
    ['other image effect', { imageImpact: 'large' }, { imageImpact: 'small' }, false],
    ['image effect not judged', { imageImpact: 'large' }, {}, null],
    ['what only a person can judge', manual, { reposts: 500, crossRegion: true }, null],
  ])('%s', (_, criterion, facts, expected) => {
    expect(evaluate(criterion, facts).result).toBe(expected);
  });
});

describe('all and any over three answers', () => {
  const yes: Criterion = { count: 'reposts', atLeast: 0 };
  const no: Criterion = { count: 'reposts', atLeast: 10 };
  const open: Criterion = manual;
  it.each<[string, Criterion[], boolean | null, boolean | null]>([
    ['yes, yes', [yes, yes], true, true],
    ['yes, no', [yes, no], false, true],
    ['yes, open', [yes, open], null, true],
    ['no, open', [no, open], false, null],
    ['no, no', [no, no], false, false],
    ['open, open', [open, open], null, null],
    ['yes, no, open', [yes, no, open], false, true],
  ])('%s', (_, branches, all, any) => {
    expect(evaluate({ all: branches }, { reposts: 1 }).result).toBe(all);
    expect(evaluate({ any: branches }, { reposts: 1 }).result).toBe(any);
  });

  it('a true answer names what decided it, an open one what is missing', () => {
    const rule: Criterion = { any: [{ all: [cross, { imageImpact: 'large' }] }, reposts] };
    expect(evaluate(rule, { reposts: 120 })).toEqual({
      result: true,
      reasons: [reposts],
      missing: [],
    });
    expect(evaluate(rule, { reposts: 20, crossRegion: true })).toEqual({
      result: null,
      reasons: [],
      missing: [{ imageImpact: 'large' }],
    });
    expect(evaluate(rule, { reposts: 20, crossRegion: false })).toEqual({
      result: false,
      reasons: [],
      missing: [],
    });
  });
});
