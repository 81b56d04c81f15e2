import { describe, expect, it } from 'vitest';
import type { MetricSampleRow } from '@/lib/incident/model';
import { fixedId, local, p26 } from '@/tests/support/incident-world';
import { calmFinding } from './calm';

const rule = p26().calm;
const now = local('2026-03-10 12:00');

type Count = Partial<MetricSampleRow> & { at: string };
function sample({ at, ...change }: Count, index: number): MetricSampleRow {
  return {
    id: fixedId(9, index),
    incidentId: fixedId(8, 1),
    mentionId: null,
    sampledAt: local(at),
    items: null,
    views: null,
    reposts: null,
    comments: null,
    likes: null,
    isVisible: true,
    note: null,
    recordedBy: fixedId(4, 1),
    ...change,
  };
}
const find = (...counts: Count[]) => calmFinding(rule, counts.map(sample), now);
const A = fixedId(7, 1);
const B = fixedId(7, 2);

describe('counts are flat over the watch window', () => {
  it.each<[string, Count[], string]>([
    ['nothing was counted', [], 'no_samples'],
    [
      'a sample without numbers says nothing',
      [{ at: '2026-03-09 10:00' }, { at: '2026-03-10 11:00' }],
      'no_samples',
    ],
    [
      'flat for a day',
      [
        { at: '2026-03-09 10:00', views: 1000 },
        { at: '2026-03-10 11:00', views: 1040 },
      ],
      'flat',
    ],
    [
      'growing by more than the plan allows',
      [
        { at: '2026-03-09 10:00', views: 1000 },
        { at: '2026-03-10 11:00', views: 1100 },
      ],
      'still_growing',
    ],
    [
      'one or two more are no growth',
      [
        { at: '2026-03-09 10:00', reposts: 3 },
        { at: '2026-03-10 11:00', reposts: 5 },
      ],
      'flat',
    ],
    [
      'a bump inside the window',
      [
        { at: '2026-03-09 10:00', views: 100 },
        { at: '2026-03-09 20:00', views: 300 },
        { at: '2026-03-10 11:00', views: 300 },
      ],
      'still_growing',
    ],
    [
      'growth before the window is over',
      [
        { at: '2026-03-07 10:00', views: 100 },
        { at: '2026-03-09 10:00', views: 900 },
        { at: '2026-03-10 11:00', views: 910 },
      ],
      'flat',
    ],
    [
      'watched for less than the window',
      [
        { at: '2026-03-09 20:00', views: 100 },
        { at: '2026-03-10 11:00', views: 100 },
      ],
      'window_not_covered',
    ],
    [
      'nobody has looked since',
      [
        { at: '2026-03-07 10:00', views: 100 },
        { at: '2026-03-08 11:00', views: 100 },
      ],
      'window_not_covered',
    ],
    [
      'other things counted at each end',
      [
        { at: '2026-03-09 10:00', views: 100 },
        { at: '2026-03-10 11:00', comments: 4 },
      ],
      'window_not_covered',
    ],
    [
      'one post is measured against itself',
      [
        { at: '2026-03-09 10:00', views: 9000, mentionId: A },
        { at: '2026-03-09 10:00', views: 10, mentionId: B },
        { at: '2026-03-10 11:00', views: 9000, mentionId: A },
        { at: '2026-03-10 11:00', views: 10, mentionId: B },
      ],
      'flat',
    ],
    [
      'one of two posts grows',
      [
        { at: '2026-03-09 10:00', views: 9000, mentionId: A },
        { at: '2026-03-10 05:00', views: 10, mentionId: B },
        { at: '2026-03-10 11:00', views: 9000, mentionId: A },
        { at: '2026-03-10 11:00', views: 400, mentionId: B },
      ],
      'still_growing',
    ],
  ])('%s', (_, counts, reason) => {
    expect(find(...counts)).toMatchObject({ reason, isFlat: reason === 'flat' });
  });
});

describe('a post that vanished never looks calm', () => {
  const gone = { at: '2026-03-10 11:00', mentionId: A, isVisible: false };

  it('its samples are left out and counted', () => {
    expect(find({ at: '2026-03-09 10:00', views: 100, mentionId: A }, gone)).toEqual({
      isFlat: false,
      reason: 'no_samples',
      invisible: 1,
    });
  });

  it('the posts that can still be seen decide', () => {
    const seen = [
      { at: '2026-03-09 10:00', views: 50, mentionId: B },
      { at: '2026-03-10 11:00', views: 50, mentionId: B },
    ];
    expect(find(...seen, gone)).toMatchObject({ isFlat: true, invisible: 1 });
  });
});
