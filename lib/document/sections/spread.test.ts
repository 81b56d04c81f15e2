import { describe, expect, it } from 'vitest';
import type { IncidentState, MetricSampleRow } from '@/lib/incident/model';
import { comparableSamples } from './spread';

const sample = (id: string, mentionId: string | null, isVisible = true): MetricSampleRow => ({
  id,
  incidentId: 'i',
  mentionId,
  sampledAt: '2026-11-20T01:00:00.000Z',
  items: null,
  views: null,
  reposts: 1,
  comments: null,
  likes: null,
  isVisible,
  note: null,
  recordedBy: 'p',
});

const idsOf = (samples: MetricSampleRow[]) =>
  comparableSamples({ samples } as unknown as IncidentState).map((one) => one.id);

describe('samples set beside each other', () => {
  it('are those of the whole matter, where there are such', () => {
    expect(idsOf([sample('a', null), sample('b', 'm1'), sample('c', null)])).toEqual(['a', 'c']);
  });

  it('are else those of the post that was sampled most', () => {
    expect(idsOf([sample('a', 'm1'), sample('b', 'm2'), sample('c', 'm2')])).toEqual(['b', 'c']);
  });

  it('leave out those in which the post was no longer visible', () => {
    expect(idsOf([sample('a', null), sample('b', null, false)])).toEqual(['a']);
    expect(idsOf([])).toEqual([]);
  });
});
