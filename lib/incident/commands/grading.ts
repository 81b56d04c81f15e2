import { z } from 'zod';
import type { Role } from '@/lib/access/roles';
import { mayStandIn } from '@/lib/group/delegates';
import { gradingFactsSchema, statedFacts } from '@/lib/plan/criteria';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { Actor } from '../context';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import type { StandInMark } from '../events';
import { statedFactsOf } from '../facts';
import { category, grade, id, optionalGrade, optionalText, scales, text } from '../input';
import { type Category, GRAVE_CATEGORIES } from '../keys';
import { isPending } from '../limit-changes';
import type { IncidentState } from '../model';
import { openAgreedDeadline } from '../opening';
import { refuse } from '../refusal';
import { actingMark, delegateMark, mayActFor, standInQuestion } from '../stand-in';
import { keptSuggestion, knownFacts, suggest } from '../suggestion';
import { isGraver } from '../worsening';
import { actingRoles, holdsRole, refuseIfRecused } from './duties';
import { resolveEventGrade, resolveGrade, resolveLevel, resolveScales } from './grade-names';

export const assessInput = z.strictObject({
  facts: text(10_000),
  spread: optionalText(5000),
  risks: optionalText(5000),
  gradingFacts: gradingFactsSchema.optional(),
  proposedGrade: optionalGrade,
  /** Counts, media or harm above the last assessment: a report becomes due again. */
  worsened: z.boolean().default(false),
});

export const assess = command({
  input: assessInput,
  offered: whileOpen,
  decide(decision, input) {
    const { state } = decision;
    const stated = statedFacts(input.gradingFacts ?? {});
    const { grade, scales, facts } = suggest(
      decision.context.plan,
      { ...knownFacts(state), ...stated },
      state.incident.flags,
    );
    const isAgain = state.assessments.length > 0;
    const isWorse = input.worsened || (isAgain && isGraver(statedFactsOf(state), facts));
    const assessmentId = decision.newId();
    decision.emit('incident.assessed', {
      id: assessmentId,
      suggestedGrade: grade.grade,
      suggestionReasons: { reasons: grade.reasons, missing: grade.missing, facts, scales },
      proposedGrade: input.proposedGrade ? resolveGrade(decision, input.proposedGrade) : null,
      worsened: isWorse,
      assessedBy: decision.me,
      assessedAt: decision.now,
      text: { facts: input.facts, spread: input.spread, risks: input.risks },
    });
    if (isWorse) oweWorseningReport(decision, assessmentId);
  },
});

/** Worsening is to be reported at once; no figure is named, and one open duty is enough. */
function oweWorseningReport(decision: Decision, assessmentId: string): void {
  const key = 'report_worsening';
  if (decision.state.deadlines.some((one) => one.key === key && isPending(one))) return;
  openAgreedDeadline(decision, {
    key,
    basis: 'update',
    refId: assessmentId,
    ownerRole: 'office',
    ownerUnitId: null,
    target: decision.incident.reportedUpAt ? 'superior' : 'leader',
    dueAt: null,
  });
}

/** A plan without levels leaves nothing to grade. */
const whileGraded = (state: IncidentState, _actor: Actor, plan: ResponsePlan): boolean =>
  whileOpen(state) && plan.levels.length > 0;

const gradeInput = z.strictObject({
  grade,
  eventGrade: optionalGrade,
  scales,
  reason: optionalText(1000),
});
type GradeInput = z.output<typeof gradeInput>;

export const decideGrade = command({
  input: gradeInput,
  offered: (state, actor, plan) =>
    whileGraded(state, actor, plan) && state.incident.opinionGrade === null,
  decide(decision, input) {
    const { incident } = decision;
    decision.refuseIf(incident.opinionGrade !== null, 'already_decided');
    const level = resolveLevel(decision, input.grade);
    const scales = scaleDeciders(decision, input.scales);
    const standIn = standInToDecide(decision, [level.deciders, ...scales], {
      mayAct: scales.length === 0 && isLowest(decision, level.key),
    });
    refuseUnexplained(decision, level.key, input);
    const row = grading(decision, 'decided', level.key, input);
    decision.emit('grade.decided', { ...row, ...(standIn ? { standIn } : {}) });
  },
});

export const regrade = command({
  input: gradeInput.extend({ reason: text(1000) }),
  offered: (state, actor, plan) =>
    whileGraded(state, actor, plan) && state.incident.opinionGrade !== null,
  decide(decision, input) {
    const { incident } = decision;
    const current = incident.opinionGrade;
    if (current === null) return decision.refuseIf(true, 'grade_not_decided');
    const level = resolveLevel(decision, input.grade);
    const before = resolveLevel(decision, current);
    // A downgrade needs the approver of the higher grade.
    const higher = level.rank < before.rank ? [before.deciders] : [];
    const scales = scaleDeciders(decision, input.scales);
    const each = [level.deciders, ...higher, ...scales];
    const standIn = standInToDecide(decision, each, { mayAct: false });
    const row = grading(decision, 'regraded', level.key, input);
    decision.emit('grade.changed', { ...row, ...(standIn ? { standIn } : {}) });
  },
});

/** Deciding against a suggestion is a person's right and asks for the reason; scales likewise. */
function refuseUnexplained(decision: Decision, grade: string, input: GradeInput): void {
  const { incident, assessments } = decision.state;
  const suggested = keptSuggestion(assessments.at(-1))?.scales ?? {};
  const overridden = Object.entries(resolveScales(decision, input.scales)).some(([key, level]) => {
    const own = suggested[key]?.grade;
    return own != null && own !== level;
  });
  const overrides = incident.suggestedGrade !== null && incident.suggestedGrade !== grade;
  decision.refuseIf((overrides || overridden) && !input.reason, 'reason_needed', {
    field: 'reason',
  });
}

/** Who decides the second scales that are named, those of a higher level left behind included. */
function scaleDeciders(decision: Decision, wanted: Record<string, string>): Role[][] {
  const { plan } = decision.context;
  return Object.entries(resolveScales(decision, wanted)).flatMap(([key, chosen]) => {
    const scale = plan.scales.find((one) => one.key === key);
    const levelOf = (name: string | undefined) => scale?.levels.find((one) => one.key === name);
    const next = levelOf(chosen);
    const before = levelOf(decision.incident.scales[key]);
    const left = before && next && before.rank > next.rank ? [before.deciders] : [];
    return [...(next ? [next.deciders] : []), ...left];
  });
}

/**
 * For whom the actor decides: null = by the own role. Who stands in, under one person's authority or
 * for the group, never decides a grade it proposed itself.
 */
function standInToDecide(
  decision: Decision,
  each: readonly (readonly Role[])[],
  { mayAct }: { mayAct: boolean },
): StandInMark | null {
  refuseIfRecused(decision);
  const asked = each.map((deciders) => actingRoles(decision, deciders));
  const missing = asked.filter((roles) => !holdsRole(decision, roles));
  if (missing.length === 0) return null;
  const { state, context, me } = decision;
  const { people, orgId, delegations } = context.directory;
  const principals = people.filter(
    (one) =>
      one.orgId === orgId && missing.every((roles) => roles.some((r) => one.roles.includes(r))),
  );
  const ids = principals.map((one) => one.id);
  const answer = mayStandIn(delegations, standInQuestion(decision, 'grade', ids));
  const acts = mayAct && mayActFor(me, 'decide_lowest_grade', state, context);
  if (answer.may || acts) {
    const own = state.assessments.findLast((one) => one.proposedGrade)?.assessedBy === me;
    decision.refuseIf(own, 'proposer_may_not_confirm');
    return answer.may ? delegateMark(decision, answer.delegation) : actingMark(decision);
  }
  if (answer.why === 'delegation_ended') {
    return refuse('delegation_ended', { endedAt: answer.endedAt ?? '' });
  }
  if (answer.why === 'delegator_recused') return refuse('delegator_recused');
  return refuse('wrong_decider', { roles: missing[0] ?? [] });
}

/** The plan's least grave level: what the leader on duty may decide for the group. */
function isLowest(decision: Decision, key: string): boolean {
  const [lowest] = [...decision.context.plan.levels].sort((a, b) => a.rank - b.rank);
  return lowest?.key === key;
}

function grading(decision: Decision, kind: 'decided' | 'regraded', key: string, input: GradeInput) {
  const { incident } = decision;
  return {
    id: decision.newId(),
    kind,
    opinionGrade: key,
    previousGrade: incident.opinionGrade,
    eventGrade: resolveEventGrade(input.eventGrade) ?? incident.eventGrade,
    scales: { ...incident.scales, ...resolveScales(decision, input.scales) },
    decidedBy: decision.me,
    decidedAt: decision.now,
    text: { reason: input.reason },
  };
}

export const categorise = command({
  input: z.strictObject({ category, reason: optionalText(1000) }),
  offered: whileOpen,
  decide(decision, { category, reason }) {
    const changes = decision.incident.category !== null;
    decision.refuseIf(changes && !reason, 'reason_needed', { field: 'reason' });
    decision.refuseIf(decision.incident.category === category, 'already_decided');
    decideCategory(decision, category, reason);
  },
});

/** Sets a harmless category at once; a grave one waits for a second person (guard 3). */
export function decideCategory(
  decision: Decision,
  category: Category,
  reason: string | null,
): void {
  const grave = GRAVE_CATEGORIES.includes(category);
  decision.emit(grave ? 'category.proposed' : 'category.set', {
    id: decision.newId(),
    category,
    previous: decision.incident.category,
    state: grave ? 'proposed' : 'confirmed',
    proposedBy: decision.me,
    proposedAt: decision.now,
    confirmedBy: null,
    confirmedAt: null,
    text: { reason },
  });
}

export const confirmCategory = command({
  input: z.strictObject({ categorisationId: id }),
  offered: (state, actor) =>
    whileOpen(state) &&
    state.categorisations.at(-1)?.state === 'proposed' &&
    state.categorisations.at(-1)?.proposedBy !== actor.id,
  decide(decision, { categorisationId }) {
    const proposal = decision.find('categorisations', categorisationId);
    // A category set since then has taken the place of the proposal.
    const overtaken = decision.state.categorisations.at(-1) !== proposal;
    decision.refuseIf(proposal.state !== 'proposed' || overtaken, 'already_decided');
    decision.refuseIf(proposal.proposedBy === decision.me, 'proposer_may_not_confirm');
    refuseIfRecused(decision);
    decision.emit('category.confirmed', {
      id: proposal.id,
      category: proposal.category,
      state: 'confirmed',
      confirmedBy: decision.me,
      confirmedAt: decision.now,
    });
  },
});
