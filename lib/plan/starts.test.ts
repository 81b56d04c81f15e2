import { describe, expect, it } from 'vitest';
import { type Moments, standsIn, startMoment } from './starts';

const nothing: Moments = {
  discovered: '2026-03-17T02:00:00.000Z',
  known: null,
  published: null,
  event_occurred: null,
  opinion_occurred: null,
  ordered: null,
  oral_reported: null,
  graded: null,
  resolved: null,
  stable: null,
};
const POSTED = '2026-03-16T22:00:00.000Z';
const HAPPENED = '2026-03-16T04:00:00.000Z';

describe('when a clock begins', () => {
  it.each(['discovered', 'known', 'published', 'opinion_occurred', 'event_occurred'] as const)(
    '%s: where nobody knows more, at the discovery',
    (start) => expect(startMoment(start, nothing)).toBe(nothing.discovered),
  );

  it.each(['ordered', 'oral_reported', 'graded', 'resolved', 'stable', 'promised'] as const)(
    '%s: not before it happened',
    (start) => expect(startMoment(start, nothing)).toBeNull(),
  );

  it('the opinion began with the post at the latest, the event with the opinion', () => {
    const posted = { ...nothing, published: POSTED };
    expect(startMoment('opinion_occurred', posted)).toBe(POSTED);
    expect(startMoment('event_occurred', posted)).toBe(POSTED);
    const known = { ...posted, opinion_occurred: HAPPENED };
    expect(startMoment('opinion_occurred', known)).toBe(HAPPENED);
    expect(startMoment('event_occurred', known)).toBe(HAPPENED);
  });

  it('the earliest known leaves the post out', () => {
    expect(startMoment('earliest_known', { ...nothing, published: POSTED })).toBe(
      nothing.discovered,
    );
    expect(startMoment('earliest_known', { ...nothing, event_occurred: HAPPENED })).toBe(HAPPENED);
  });

  it('says when another moment stands in', () => {
    expect(standsIn('opinion_occurred', nothing)).toBe(true);
    expect(standsIn('opinion_occurred', { ...nothing, opinion_occurred: HAPPENED })).toBe(false);
    expect(standsIn('discovered', nothing)).toBe(false);
  });
});
