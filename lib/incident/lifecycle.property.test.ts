import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Draw } from '@/tests/support/commands/draw';
import { anyDraw, inputOf } from '@/tests/support/incident-commands';
import { type PersonName, World } from '@/tests/support/incident-world';
import { pausablePlan } from '@/tests/support/pausable-plan';
import { POINTS, type StoryGrade, worldAt } from '@/tests/support/story';
import { evolve, fold } from './evolve';
import { RAIL_STAGES, type Stage } from './keys';
import type { DeadlineRow, IncidentState } from './model';

const AHEAD: Partial<Record<Stage, readonly Stage[]>> = {
  ...Object.fromEntries(
    RAIL_STAGES.map((stage, index) => [
      stage,
      [[...RAIL_STAGES, 'closed'][index + 1], 'dismissed'],
    ]),
  ),
  closed: ['archived', 'responding'],
};
const BACK: readonly Stage[] = ['following', 'reviewing', 'closed'];

/** Every move of the stage in these events is one the table of stages knows. */
function checkStages(before: Stage, types: readonly { type: string; payload: unknown }[]): void {
  let stage = before;
  for (const event of types) {
    if (event.type !== 'stage.reached') continue;
    const to = (event.payload as { stage: Stage }).stage;
    const isBack = to === 'responding' && BACK.includes(stage);
    expect(isBack || AHEAD[stage]?.includes(to), `${stage} → ${to}`).toBe(true);
    stage = to;
  }
}

const ENDED = ['met', 'late', 'cancelled'];

/** A limit is ended, or the clock knows when to look again, or there is a reason why it never does. */
function checkDeadline(deadline: DeadlineRow, policyLength: number): void {
  expect(deadline.pausedAt === null).toBe(deadline.resumesAt === null);
  if (ENDED.includes(deadline.state)) {
    expect([deadline.nextActionAt, deadline.pausedAt]).toEqual([null, null]);
    expect(deadline.state === 'cancelled' ? deadline.cancelReason : deadline.metAt).toBeTruthy();
    return;
  }
  const allTold = deadline.stepsDone >= policyLength && deadline.state === 'breached';
  const silent = deadline.acknowledgedAt !== null && deadline.state === 'breached';
  expect(deadline.nextActionAt !== null || deadline.dueAt === null || allTold || silent).toBe(true);
  if (deadline.hardMaxAt && deadline.dueAt) expect(deadline.dueAt <= deadline.hardMaxAt).toBe(true);
}

/** Nothing is lost, and what was missed stays missed. */
function checkKept(before: IncidentState, after: IncidentState): void {
  const rows = new Map(after.deadlines.map((one) => [one.id, one]));
  for (const old of before.deadlines) {
    const now = rows.get(old.id);
    expect(now, `${old.rule} disappeared`).toBeDefined();
    if (old.breachedAt) {
      expect(now?.breachedAt).toBe(old.breachedAt);
      expect(['breached', 'late', 'cancelled']).toContain(now?.state);
    }
    if (old.state === 'late') expect(now?.state).toBe('late');
    if (now?.dueAt && old.dueAt && now.dueAt > old.dueAt) {
      const paused = (now.pauses?.length ?? 0) > (old.pauses?.length ?? 0);
      const isRecomputed = before.incident.calendarId !== after.incident.calendarId;
      expect(paused || isRecomputed || now.extendReason !== null).toBe(true);
    }
    expect(now?.originalDueAt).toBe(old.originalDueAt);
  }
}

function checkApprovals({ approvalDecisions, approvalRuns, approvalSteps }: IncidentState): void {
  for (const one of approvalDecisions) expect(one.drafterIds).not.toContain(one.personId);
  for (const run of approvalRuns) {
    const ofRun = approvalDecisions.filter((one) => one.runId === run.id);
    const counting = ofRun.filter((one) => one.voidedAt === null).map((one) => one.personId);
    expect(new Set(counting).size).toBe(counting.length);
    for (const { personId } of ofRun) {
      const at = ofRun.filter((one) => one.personId === personId).map((one) => one.stepId);
      expect(new Set(at).size, 'signed two steps of one run').toBe(1);
    }
    const steps = approvalSteps.filter((one) => one.runId === run.id);
    if (run.state === 'approved') expect(steps.every((one) => one.state === 'approved')).toBe(true);
    if (run.state === 'running' || run.state === 'released')
      expect(steps.filter((one) => one.state === 'open')).toHaveLength(1);
  }
}

function checkPublished(state: IncidentState): void {
  for (const one of state.publications) {
    const run = state.approvalRuns.find((each) => each.id === one.approvalRunId);
    expect(run?.contentHash).toBe(one.contentHash);
    expect(one.publishedAt >= (run?.releasedAt ?? run?.endedAt ?? '9')).toBe(true);
    expect(one.way !== 'account' || one.accountId).toBeTruthy();
  }
}

/** One random command, and everything that must hold after it. Answers whether it was carried out. */
function step(world: World, draw: Draw): boolean {
  world.later(draw.minutes);
  const before = world.current;
  const frozen = JSON.stringify(before);
  const seq = world.events.length;
  const who: PersonName | 'sweeper' = draw.type === 'fireDeadline' ? 'sweeper' : draw.who;
  const result = world.attempt(who, draw.type, inputOf(world, draw));
  expect(JSON.stringify(before)).toBe(frozen);
  if (!result.ok) {
    expect(world.state).toBe(before);
    expect(world.events.length).toBe(seq);
    return false;
  }
  const fresh = world.events.slice(seq);
  expect(fresh.reduce<IncidentState>((state, event) => evolve(state, event), before)).toEqual(
    world.current,
  );
  expect(world.incident.version).toBe(world.events.length);
  checkStages(before.incident.stage, fresh);
  checkKept(before, world.current);
  for (const one of world.current.deadlines) checkDeadline(one, world.plan.escalation.length);
  checkApprovals(world.current);
  checkPublished(world.current);
  return true;
}

/** `npm run prove` draws many more, from another seed. */
const LIVES = Number(process.env.PROVE_LIVES ?? 320);

describe('whatever people do', () => {
  it('replay equals the state, refusals change nothing, nothing owed is lost', () => {
    let carriedOut = 0;
    const reached = new Set<string>();
    const life = fc.tuple(
      fc.constantFrom(...POINTS),
      fc.constantFrom<StoryGrade>('ordinary', 'serious'),
      fc.array(anyDraw, { minLength: 40, maxLength: 60 }),
    );
    fc.assert(
      fc.property(life, ([point, grade, draws]) => {
        const world = worldAt(point, grade, new World({ plan: pausablePlan() }));
        for (const draw of draws) {
          if (step(world, draw)) carriedOut += 1;
          reached.add(world.incident.stage);
        }
        world.later(60 * 24 * 40);
        if (!['dismissed', 'closed', 'archived'].includes(world.incident.stage)) world.sweep();
        expect(fold(world.events)).toEqual(world.current);
      }),
      { numRuns: LIVES, seed: Number(process.env.PROVE_SEED ?? 20260918) },
    );
    expect(carriedOut).toBeGreaterThan(2_000);
    expect([...reached].sort()).toEqual([
      'archived',
      'closed',
      'detected',
      'dismissed',
      'following',
      'graded',
      'reported',
      'responding',
      'reviewing',
    ]);
  }, 180_000);
});
