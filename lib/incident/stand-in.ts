import type { StandInRight } from '@/lib/access/policy';
import type { CalendarData } from '@/lib/calendar/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { isWorkingTime } from '@/lib/calendar/work-time';
import { ACTING_ACTS, type ActingAct, actingBar } from '@/lib/group/acting';
import { type Delegation, mandatesOf, type SignedAct, stateOf } from '@/lib/group/delegates';
import type { ResponsePlan } from '@/lib/plan/schema';
import { NEXT_IN_LINE } from './commands/duties';
import type { Actor, Directory } from './context';
import type { Decision } from './decision';
import type { StandInMark } from './events';
import type { ApprovalDecisionRow, IncidentState } from './model';

/** What tells who may stand in for whom in an incident at a moment. */
interface Scene {
  plan: ResponsePlan;
  calendar: CalendarData;
  directory: Directory;
  now: Instant;
}

/** What the plan opens to the leader on duty until the group takes over; null = nothing. */
export function actingActsOf(plan: ResponsePlan): readonly ActingAct[] | null {
  const found = plan.mechanisms.find(
    (one) => one.kind === 'acting_command' && one.role === 'duty_leader',
  );
  return found?.kind === 'acting_command' ? (found.acts ?? ACTING_ACTS) : null;
}

/** What of an incident tells whether the leader on duty may act in it. */
interface ActedIn {
  incident: Pick<IncidentState['incident'], 'takenOverAt'>;
  standIns: readonly Pick<IncidentState['standIns'][number], 'kind'>[];
  recusals: readonly Pick<IncidentState['recusals'][number], 'personId'>[];
}

/** Whether this person may do the act for the group now. */
export function mayActFor(
  personId: string,
  act: ActingAct,
  state: ActedIn,
  { plan, calendar, directory, now }: Scene,
): boolean {
  const acts = actingActsOf(plan);
  const { leaderId } = directory.onDuty;
  if (acts === null || leaderId !== personId) return false;
  if (state.recusals.some((one) => one.personId === personId)) return false;
  const question = {
    personId,
    dutyLeaderId: leaderId,
    acts,
    isWorkingTime: isWorkingTime(now, calendar),
    hasBegun: state.standIns.some((one) => one.kind === 'acting'),
    isTakenOver: state.incident.takenOverAt !== null,
  };
  return actingBar(question, act) === null;
}

const RIGHT_OF: Record<ActingAct, StandInRight> = {
  decide_lowest_grade: 'grade',
  activate: 'activate',
  approve_reply: 'approve',
};

/** 回避: where every leader is recused, those next in line decide what is the leader's alone. */
function leadersInstead(
  { recusals }: IncidentState,
  { people, orgId }: Directory,
): { personId: string; right: StandInRight }[] {
  const isFree = (personId: string) => !recusals.some((one) => one.personId === personId);
  const free = people.filter((one) => one.orgId === orgId && isFree(one.id));
  if (recusals.length === 0 || free.some((one) => one.roles.includes('leader'))) return [];
  const next = NEXT_IN_LINE.leader;
  return free
    .filter((one) => next !== undefined && one.roles.includes(next))
    .map(({ id: personId }) => ({ personId, right: 'lead' }));
}

/**
 * Rights that people hold in this incident for others: by a paper, as leader on duty, or as next in
 * line.
 */
export function standInsOf(
  state: IncidentState,
  scene: Scene,
): { personId: string; right: StandInRight }[] {
  const { directory, now } = scene;
  const named = directory.delegations
    .filter((one) => stateOf(one, now) === 'in_force')
    .flatMap(({ toId: personId, scope }) =>
      (['approve', 'grade'] as const)
        .filter((right) => scope === 'all' || scope === right)
        .map((right) => ({ personId, right })),
    );
  const byPaper = [...named, ...leadersInstead(state, directory)];
  const { leaderId } = directory.onDuty;
  if (leaderId === null || actingActsOf(scene.plan) === null) return byPaper;
  const acting = ACTING_ACTS.filter((act) => mayActFor(leaderId, act, state, scene));
  return [...byPaper, ...acting.map((act) => ({ personId: leaderId, right: RIGHT_OF[act] }))];
}

/** The actor with what stands open to it in this incident for others. */
export function withStandIn(actor: Actor, state: IncidentState, scene: Scene): Actor {
  const { directory, now } = scene;
  const recused = state.recusals.map((one) => one.personId);
  const signsFor = mandatesOf(directory.delegations, actor.id, 'approve', now)
    .map((one) => one.fromId)
    .filter((id) => !recused.includes(id));
  const isActing = mayActFor(actor.id, 'approve_reply', state, scene);
  return signsFor.length > 0 || isActing ? { ...actor, signsFor, isActing } : actor;
}

/**
 * Whose signature a run has, given by themselves or for them. One at this very step that no longer
 * counts bars nobody from it; one at another step does: nobody signs two steps of a run.
 */
export function settledIn(
  { approvalDecisions, standIns }: IncidentState,
  runId: string,
  stepId: string,
): string[] {
  const given: ApprovalDecisionRow[] = approvalDecisions.filter(
    (one) => one.runId === runId && (one.stepId !== stepId || one.voidedAt === null),
  );
  const ids = new Set(given.map((one) => one.id));
  const represented = standIns.flatMap((one) =>
    one.forId && one.refId && ids.has(one.refId) ? [one.forId] : [],
  );
  return [...given.map((one) => one.personId), ...represented];
}

/** Marks an event as done for another under a paper. */
export function delegateMark(
  decision: Decision,
  { id, fromId }: Delegation,
  personId: string = decision.me,
): StandInMark {
  return { id: decision.newId(), kind: 'delegate', personId, forId: fromId, delegationId: id };
}

/** Marks an event as done for the group by the leader on duty. */
export function actingMark(decision: Decision): StandInMark {
  const { me: personId } = decision;
  return { id: decision.newId(), kind: 'acting', personId, forId: null, delegationId: null };
}

/** What `mayStandIn` asks about this decision. */
export function standInQuestion(
  decision: Decision,
  act: SignedAct,
  principalIds: readonly string[],
  settledIds: readonly string[] = [],
) {
  const recusedIds = decision.state.recusals.map((one) => one.personId);
  return { personId: decision.me, act, at: decision.now, principalIds, recusedIds, settledIds };
}
