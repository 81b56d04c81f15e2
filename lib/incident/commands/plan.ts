import { z } from 'zod';
import { isUnderWay } from '../approval-steps';
import { command, whileOpen } from '../definition';
import { id, ordinal, text } from '../input';
import type { IncidentState } from '../model';
import { takeOntoPlan } from '../plan-move';
import { refuse } from '../refusal';
import { refuseIfRecused } from './duties';

/**
 * Takes a running incident onto another published version of its institution: the one named by id,
 * or the version of that number of its own plan, or the newest of its own plan. Grades, scales and
 * category keep their keys; what the new plan does not have is named and refused.
 */
export const movePlan = command({
  input: z.strictObject({
    planVersionId: id.nullish(),
    version: ordinal.nullish(),
    reason: text(1000),
  }),
  offered: whileOpen,
  decide(decision, { reason }) {
    const target = decision.context.targetPlan ?? refuse('unknown_target', { collection: 'plans' });
    const { incident, state } = decision;
    refuseIfRecused(decision);
    decision.refuseIf(target.planVersionId === incident.planVersionId, 'already_on_plan');
    // A signature belongs to the chain it was asked under.
    const isSigning = state.approvalRuns.some(isUnderWay);
    decision.refuseIf(isSigning, 'approval_running');
    const missing = missingIn(target.plan, state);
    decision.refuseIf(missing.length > 0, 'plan_lacks', { missing });
    decision.emit('incident.plan_moved', {
      planKey: target.planKey,
      planVersionId: target.planVersionId,
      previousVersionId: incident.planVersionId,
      text: { reason },
    });
    decision.switchPlan(target.plan, target.planVersionId);
    takeOntoPlan(decision);
  },
});

type Plan = NonNullable<Parameters<typeof takeOntoPlan>[0]['context']['targetPlan']>['plan'];

/** What stands in force for the incident and has no place in the plan. */
function missingIn(plan: Plan, { incident }: IncidentState): string[] {
  const { opinionGrade, provisionalGrade, proposedGrade, category, scales } = incident;
  const grades = opinionGrade ? [opinionGrade] : [provisionalGrade, proposedGrade];
  const known = plan.levels.map((level) => level.key);
  const categories = plan.categories.map((one) => one.key);
  return [
    ...new Set(grades.flatMap((grade) => (grade && !known.includes(grade) ? [grade] : []))),
    ...Object.entries(scales).flatMap(([key, level]) => {
      const scale = plan.scales.find((one) => one.key === key);
      return scale?.levels.some((one) => one.key === level) ? [] : [`${key}: ${level}`];
    }),
    ...(category && categories.length > 0 && !categories.includes(category) ? [category] : []),
  ];
}
