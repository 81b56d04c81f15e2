import { describe, expect, it } from 'vitest';
import { buildDocument } from '@/lib/document/build';
import { NOTHING_GIVEN } from '@/lib/document/given';
import { saidIn } from '@/lib/document/model';
import { caseOf } from '@/tests/support/document-case';
import { ROADS, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';

const inHours = (world: World, hours: number) =>
  new Date(Date.parse(world.now) + hours * 3_600_000).toISOString();

const reportOf = (world: World): string => {
  const document = buildDocument(
    caseOf(world.current, world.plan, world.now, NOTHING_GIVEN),
    'report',
  );
  return document
    ? saidIn(document)
        .map((one) => one.text)
        .join('\n')
    : '';
};

const PLAN = { content: '更换破损管段', unitId: ROADS };

describe('a measure that is planned', () => {
  it('is no measure taken until it is recorded as one, in the same row', () => {
    const world = worldAt('responding');
    const before = world.current.measures.length;
    world.do('office', 'planMeasure', { ...PLAN, dueAt: inHours(world, 24) });
    const planned = world.last('measures');
    expect(planned).toMatchObject({ takenAt: null, unitId: ROADS });
    expect(reportOf(world)).toMatch(/计划于2026年.*前完成，.*：更换破损管段。/);
    expect(reportOf(world)).toContain('尚无处置措施记录。');
    world.later(23 * 60).do('office', 'recordMeasure', { ...PLAN, plannedId: planned.id });
    expect(world.current.measures).toHaveLength(before + 1);
    expect(world.last('measures')).toMatchObject({
      id: planned.id,
      takenAt: world.now,
      dueAt: planned.dueAt,
    });
    expect(reportOf(world)).not.toContain('计划于');
    expect(reportOf(world)).toContain('：更换破损管段。');
    const again = { ...PLAN, plannedId: planned.id };
    expect(world.refusal('office', 'recordMeasure', again)).toBe('already_decided');
  });

  it('lies ahead when it is planned, and says so when its time has passed', () => {
    const world = worldAt('responding');
    const late = { ...PLAN, dueAt: inHours(world, -1) };
    expect(world.refusal('office', 'planMeasure', late)).toBe('extension_not_later');
    world.do('office', 'planMeasure', { ...PLAN, dueAt: inHours(world, 2) });
    world.later(180);
    expect(reportOf(world)).toContain('（已过计划时间，尚无完成记录）');
  });

  it('of another incident is not found', () => {
    const world = worldAt('responding');
    const other = { ...PLAN, plannedId: '01a20000-0000-7000-8000-000000000000' };
    expect(world.refusal('office', 'recordMeasure', other)).toBe('unknown_target');
  });
});
