import { can, type Target } from '@/lib/access/policy';
import type { Actor } from './context';
import type { Collection, IncidentState } from './model';

/**
 * What of an incident somebody reads who may read it at all: `whole` · `unit` the institution's own
 * unit, which reads its own assignments only · `ordered` an institution below that an order came to,
 * which reads the matter and what was asked of it, and nothing of what the one above weighs.
 */
export type Reach = 'whole' | 'unit' | 'ordered';

export function reachOf(actor: Actor, target: Target): Reach {
  const isMember = target.taskforceIds?.includes(actor.id) ?? false;
  if (isMember || actor.kind === 'system') return 'whole';
  const isBelow = target.orgId !== actor.orgId && target.parentOrgId !== actor.orgId;
  if (isBelow) return 'ordered';
  return actor.roles.every((role) => role === 'handler') ? 'unit' : 'whole';
}

type Row = { id: string } & Record<string, unknown>;
type Keep = (row: Row, orderIds: ReadonlySet<string>, actor: Actor) => boolean;

const all: Keep = () => true;
const ownAssignment: Keep = ({ id }, orderIds) => orderIds.has(id);
const byOrder: Keep = ({ refId }, orderIds) => orderIds.has(String(refId));

/** Rows an institution below reads; a collection that is not named stays closed to it. */
const BELOW: Partial<Record<Collection, Keep>> = {
  mentions: all,
  replies: all,
  publications: all,
  evidence: all,
  assignments: ownAssignment,
  deadlines: byOrder,
  measures: ({ recordedBy, unitId }, _, actor) =>
    recordedBy === actor.id || unitId === actor.unitId,
  wordings: ({ createdBy }, _, actor) => createdBy === actor.id,
  notes: ({ writtenBy }, _, actor) => writtenBy === actor.id,
};

/** What was handed over for accountability: for those who may, and whom it does not concern. */
function readsClosed(actor: Actor, state: IncidentState, target: Target): boolean {
  const isConcerned = state.recusals.some((one) => one.personId === actor.id);
  return !isConcerned && can(actor, 'incident:readAccountability', target);
}

const isOfClosed = (type: string): boolean => type.startsWith('accountability.');

/** Ids of the assignments that went to the reader's unit or, below, to the reader's institution. */
function orderIdsOf(actor: Actor, { assignments }: IncidentState, reach: Reach): Set<string> {
  const mine = assignments.filter(
    (one) =>
      (actor.unitId !== null && one.unitId === actor.unitId) ||
      (reach === 'ordered' && one.toOrgId !== null && one.toOrgId === actor.orgId),
  );
  return new Set(mine.map((one) => one.id));
}

/** The aggregate as this reader may see it; the poster's sealed name never leaves with it. */
export function stateFor(actor: Actor, state: IncidentState, target: Target): IncidentState {
  const mentions = state.mentions.map((mention) => ({ ...mention, authorSealed: null }));
  const reach = reachOf(actor, target);
  const accountability = readsClosed(actor, state, target) ? state.accountability : [];
  if (reach === 'whole') return { ...state, mentions, accountability };
  const orderIds = orderIdsOf(actor, state, reach);
  if (reach === 'unit') {
    const assignments = state.assignments.filter((one) => orderIds.has(one.id));
    return { ...state, mentions, accountability, assignments, recusals: [] };
  }
  const { incident, ...collections } = { ...state, mentions };
  const kept = Object.entries(collections).map(([name, rows]) => {
    const keep = BELOW[name as Collection];
    const seen = keep ? (rows as unknown as Row[]).filter((row) => keep(row, orderIds, actor)) : [];
    return [name, seen];
  });
  const seen = Object.fromEntries(kept) as unknown as Omit<IncidentState, 'incident'>;
  const own = new Set(seen.wordings.map((one) => one.id));
  const wordingVersions = state.wordingVersions.filter((one) => own.has(one.wordingId));
  const open = seen.deadlines.flatMap((one) => (one.state === 'open' ? (one.dueAt ?? []) : []));
  const closed = { calmNote: null, dismissalNote: null, nextDueAt: open.sort()[0] ?? null };
  return { ...seen, incident: { ...incident, ...closed }, wordingVersions };
}

/** Events of the matter itself, which an order brings along. */
const MATTER: readonly string[] = [
  'incident.logged',
  'mention.linked',
  'plan.activated',
  'wording.published',
  'reply.given',
  'evidence.attached',
  'stage.reached',
  'incident.closed',
];

interface Seen {
  type: string;
  actor: { id: string };
  payload: Record<string, unknown>;
}

/** Which events of the timeline this reader may see. */
export function eventFilter(
  actor: Actor,
  state: IncidentState,
  target: Target,
): (event: Seen) => boolean {
  const reach = reachOf(actor, target);
  const isClosed = readsClosed(actor, state, target) ? () => false : isOfClosed;
  if (reach === 'whole') return ({ type }) => !isClosed(type);
  const orderIds = orderIdsOf(actor, state, reach);
  const isOrder = (payload: Seen['payload']) => orderIds.has(String(payload.id));
  if (reach === 'unit') {
    return ({ type, payload }) =>
      type !== 'interest.declared' &&
      !isClosed(type) &&
      (!type.startsWith('assignment.') || isOrder(payload));
  }
  const limits = new Set(
    state.deadlines.flatMap((one) => (orderIds.has(one.refId ?? '') ? [one.id] : [])),
  );
  return ({ type, actor: by, payload }) => {
    if (isOfClosed(type)) return false;
    if (type.startsWith('assignment.') || type === 'promise.kept') return isOrder(payload);
    const isLimit = type.startsWith('deadline.') || type.startsWith('escalation.');
    if (isLimit) return limits.has(String(payload.deadlineId ?? payload.id));
    return MATTER.includes(type) || by.id === actor.id;
  };
}
