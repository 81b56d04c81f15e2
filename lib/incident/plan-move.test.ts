import { describe, expect, it } from 'vitest';
import { fixedId, p26, type World } from '@/tests/support/incident-world';
import { worldAt } from '@/tests/support/story';
import type { ResponsePlan } from '../plan/schema';
import { fold } from './evolve';

const NEXT = fixedId(5, 2);

/** A world that may be moved onto P26 as somebody changed it. */
function ahead(world: World, change: (plan: ResponsePlan) => void): World {
  const plan = structuredClone(p26());
  change(plan);
  world.targetPlan = { planVersionId: NEXT, planKey: 'p26', plan };
  return world;
}

const rule = (plan: ResponsePlan, name: string) => {
  const found = plan.obligations.find((one) => one.rule === name);
  if (!found) throw new Error(name);
  return found;
};
const move = (world: World) => world.do('leader', 'movePlan', { reason: '新版预案已发布' });

describe('a running incident moved onto another version', () => {
  it('is pinned to it, with the reason on the timeline; replay equals the rows', () => {
    const world = ahead(worldAt('reported'), () => {});
    expect(move(world)[0]).toBe('incident.plan_moved');
    expect(world.incident.planVersionId).toBe(NEXT);
    const event = world.events.find((one) => one.type === 'incident.plan_moved');
    expect(event?.payload).toMatchObject({
      planVersionId: NEXT,
      previousVersionId: fixedId(5, 1),
      text: { reason: '新版预案已发布' },
    });
    expect(fold(world.events)).toEqual(world.current);
    expect(world.refusal('leader', 'movePlan', { reason: '再来' })).toBe('already_on_plan');
  });

  it('keeps the earlier due time of what is still asked', () => {
    const shorter = ahead(worldAt('reported'), (plan) => {
      rule(plan, 'formal_answer').amount = 2;
    });
    const before = shorter.deadline('formal_answer');
    move(shorter);
    const after = shorter.deadline('formal_answer');
    expect(after.id).toBe(before.id);
    expect((after.dueAt ?? '') < (before.dueAt ?? '')).toBe(true);
    const longer = ahead(worldAt('reported'), (plan) => {
      rule(plan, 'formal_answer').amount = 9;
    });
    const kept = longer.dueOf('formal_answer');
    move(longer);
    expect(longer.dueOf('formal_answer')).toBe(kept);
  });

  it('runs what is new from now', () => {
    const world = ahead(worldAt('reported'), (plan) => {
      const model = rule(plan, 'first_publication');
      plan.obligations.push({
        ...model,
        rule: 'bulletin',
        key: 'bulletin',
        amount: 6,
        when: {},
      });
    });
    world.later(600);
    move(world);
    expect(world.deadline('bulletin')).toMatchObject({ startedAt: world.now, state: 'open' });
  });

  it('lets go of what is no longer asked, never of what is overdue', () => {
    const drop = (plan: ResponsePlan) => {
      plan.obligations = plan.obligations.filter((one) => one.key !== 'formal_answer');
    };
    const early = ahead(worldAt('reported'), drop);
    move(early);
    expect(early.deadline('formal_answer')).toMatchObject({
      state: 'cancelled',
      cancelReason: 'plan_moved',
    });
    const late = ahead(worldAt('reported'), drop).later(60 * 24 * 30);
    move(late);
    expect(late.deadline('formal_answer')).toMatchObject({ state: 'breached' });
    // Still met by what answers the citizen, though no rule of the plan says so any more.
    late.submitDraft('reply');
    late.approveAs('leader', 'deputy', 'deputy2');
    const wordingId = late.last('wordings').id;
    late.do('office', 'reply', {
      kind: 'formal',
      channel: 'phone',
      signatory: '示范局',
      wordingId,
    });
    expect(late.deadline('formal_answer').state).toBe('late');
  });

  it('is refused with what the new plan does not have', () => {
    const world = ahead(worldAt('graded'), (plan) => {
      plan.levels = plan.levels.filter((one) => one.key !== 'ordinary');
      plan.scales = [];
    });
    const before = world.current;
    const result = world.attempt('leader', 'movePlan', { reason: '换' });
    expect(result).toMatchObject({
      ok: false,
      refusal: { code: 'plan_lacks', detail: { missing: expect.arrayContaining(['ordinary']) } },
    });
    expect(world.current).toBe(before);
  });

  it('waits for an approval that is under way, and for a version that exists', () => {
    const world = ahead(worldAt('responding'), () => {});
    world.submitDraft();
    expect(world.refusal('leader', 'movePlan', { reason: '换' })).toBe('approval_running');
    world.approveAs('deputy');
    expect(world.refusal('leader', 'movePlan', { reason: '换' })).toBe(null);
    const none = worldAt('reported');
    expect(none.refusal('leader', 'movePlan', { reason: '换' })).toBe('unknown_target');
  });
});
