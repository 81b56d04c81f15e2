import { z } from 'zod';
import { ADMINISTRATORS } from '@/lib/access/roles';
import type { Decision } from '../decision';
import { command, whileOpen } from '../definition';
import { id, optionalId, text } from '../input';
import type { IncidentState, TaskforceMember, TaskforceRow } from '../model';

const makeup = {
  name: text(60),
  leadId: id,
  liaisonId: optionalId,
  memberIds: z.array(id).max(40).default([]),
  tasks: z.array(text(300)).max(20).default([]),
};
type Makeup = { leadId: string; liaisonId: string | null; memberIds: string[] };

/** The working group that stands; null = none was formed, or it was dissolved. */
export function standingTaskforce(state: Pick<IncidentState, 'taskforces'>): TaskforceRow | null {
  return state.taskforces.find((one) => one.dissolvedAt === null) ?? null;
}

/** 成立专班: its members see the incident whatever their unit. One stands at a time. */
export const formTaskforce = command({
  input: z.strictObject(makeup),
  offered: (state) => whileOpen(state) && standingTaskforce(state) === null,
  decide(decision, { name, tasks, ...who }) {
    decision.refuseIf(standingTaskforce(decision.state) !== null, 'taskforce_exists');
    decision.emit('taskforce.formed', {
      id: decision.newId(),
      members: membersOf(decision, who),
      formedBy: decision.me,
      formedAt: decision.now,
      dissolvedBy: null,
      dissolvedAt: null,
      text: { name, tasks, dissolveReason: null },
    });
  },
});

/** Names the working group anew: who left no longer sees the incident by it. */
export const changeTaskforce = command({
  input: z.strictObject({ taskforceId: id, ...makeup }),
  offered: (state) => whileOpen(state) && standingTaskforce(state) !== null,
  decide(decision, { taskforceId, name, tasks, ...who }) {
    const found = requireStanding(decision, taskforceId);
    const members = membersOf(decision, who);
    decision.emit('taskforce.changed', { id: found.id, members, text: { name, tasks } });
  },
});

export const dissolveTaskforce = command({
  input: z.strictObject({ taskforceId: id, reason: text(500) }),
  offered: (state) => whileOpen(state) && standingTaskforce(state) !== null,
  decide(decision, { taskforceId, reason }) {
    const found = requireStanding(decision, taskforceId);
    decision.emit('taskforce.dissolved', {
      id: found.id,
      dissolvedBy: decision.me,
      dissolvedAt: decision.now,
      text: { dissolveReason: reason },
    });
  },
});

function requireStanding(decision: Decision, taskforceId: string): TaskforceRow {
  const found = decision.find('taskforces', taskforceId);
  decision.refuseIf(found.dissolvedAt !== null, 'taskforce_dissolved');
  return found;
}

/**
 * Each person once, in the first duty it has. Members are people of the institution, and those of
 * the units below who log or handle; the three administrators never see incidents.
 */
function membersOf(decision: Decision, { leadId, liaisonId, memberIds }: Makeup) {
  const named: TaskforceMember[] = [
    { personId: leadId, duty: 'lead' },
    ...(liaisonId ? [{ personId: liaisonId, duty: 'liaison' as const }] : []),
    ...memberIds.map((personId) => ({ personId, duty: 'member' as const })),
  ];
  const { directory } = decision.context;
  const members = named.filter(
    (one, index) => named.findIndex((other) => other.personId === one.personId) === index,
  );
  for (const { personId } of members) {
    const person = directory.people.find((one) => one.id === personId);
    const isOwn = person?.orgId === directory.orgId;
    const isBelow = person && !isOwn && person.orgId !== directory.parentOrgId;
    const may = isOwn
      ? person.roles.length > 0 && !person.roles.some((role) => ADMINISTRATORS.includes(role))
      : isBelow && person.roles.some((role) => role === 'handler' || role === 'monitor');
    decision.refuseIf(!may, 'unknown_target', { collection: 'people', id: personId });
  }
  return members;
}
