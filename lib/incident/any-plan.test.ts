import { describe, expect, it } from 'vitest';
import { presets } from '@/lib/plan/presets';
import { World } from '@/tests/support/incident-world';
import { adopted, end, judge, respond } from '@/tests/support/plan-life';
import { commands } from './commands';
import { missingForClosing, missingForNext } from './stages';

const GRADING = ['setProvisionalGrade', 'decideGrade', 'regrade'] as const;

describe.each([...presets])('an incident on %s', (_key, preset) => {
  const plan = adopted(preset);
  const levels = plan.levels.length > 0 ? plan.levels : [null];

  it.each(levels.map((level) => [level?.key ?? 'no level', level] as const))(
    'runs from the first post to the closed file: %s',
    (_name, level) => {
      const world = new World({ plan });
      judge(world, level);
      expect([world.incident.stage, missingForNext(world.current, plan)]).toEqual([
        'graded',
        ['plan_activated', 'lead_unit', 'offline_owner', 'online_owner'],
      ]);
      respond(world);
      expect(world.incident.stage).toBe('following');
      end(world);
      expect([missingForClosing(world.current, plan), world.incident.stage]).toEqual([
        [],
        'closed',
      ]);
    },
  );

  it('offers grading only where there is something to grade', () => {
    const world = new World({ plan });
    judge(world, plan.levels[0] ?? null);
    const { actor } = world.context('leader');
    const offered = GRADING.filter((type) => commands[type].offered(world.current, actor, plan));
    expect(offered).toEqual(plan.levels.length > 0 ? ['regrade'] : []);
  });
});
