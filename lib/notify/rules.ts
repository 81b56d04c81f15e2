import type { Role } from '@/lib/access/roles';
import { delegatesOf } from '@/lib/group/delegates';
import type { Directory } from '@/lib/incident/context';
import type { EventDraft, EventPayloads, EventType } from '@/lib/incident/events';
import type { IncidentState } from '@/lib/incident/model';

export interface Notice {
  /** Names the sentence in the messages; part of the key that keeps a notice single. */
  rule: string;
  personIds: string[];
  deadlineId: string | null;
}

interface Scene {
  state: IncidentState;
  directory: Directory;
}

type Rule<T extends EventType> = (payload: EventPayloads[T], scene: Scene) => Notice | null;

const notice = (rule: string, personIds: string[], deadlineId: string | null = null): Notice => ({
  rule,
  personIds,
  deadlineId,
});

function inRoles({ directory }: Scene, roles: readonly Role[], orgId = directory.orgId): string[] {
  return directory.people
    .filter((one) => one.orgId === orgId && one.roles.some((role) => roles.includes(role)))
    .map((one) => one.id);
}

function inUnit({ directory }: Scene, unitId: string | undefined): string[] {
  return directory.people
    .filter((one) => one.unitId === unitId && one.roles.includes('handler'))
    .map((one) => one.id);
}

const unitOf = (scene: Scene, assignmentId: string) =>
  scene.state.assignments.find((one) => one.id === assignmentId)?.unitId;

const onDuty = ({ directory }: Scene): string[] =>
  [directory.onDuty.officerId, directory.onDuty.leaderId].filter((id) => id !== null);

const actedIn = ({ state }: Scene): string[] =>
  state.standIns.flatMap((one) => (one.kind === 'acting' ? [one.personId] : []));

const signersOf = ({ approvalDecisions }: IncidentState, runId: string): string[] =>
  approvalDecisions.flatMap((one) => (one.runId === runId ? [one.personId] : []));

const draftersOf = ({ wordings }: IncidentState, wordingId: string): string[] =>
  wordings.find((one) => one.id === wordingId)?.drafterIds ?? [];

const membersOf = (members: readonly { personId: string }[]): string[] =>
  members.map((one) => one.personId);

/** Who is told what when something happens. Escalations name their own recipients. */
const rules: { [T in EventType]?: Rule<T> } = {
  'incident.logged': (_payload, scene) =>
    notice('incident.logged', [...inRoles(scene, ['office']), ...onDuty(scene)]),
  'incident.assessed': (payload, scene) =>
    payload.proposedGrade ? notice('grade.proposed', inRoles(scene, ['deputy', 'leader'])) : null,
  'grade.decided': (_payload, scene) => notice('grade.decided', inRoles(scene, ['office'])),
  'grade.changed': (_payload, scene) =>
    notice('grade.changed', inRoles(scene, ['office', 'deputy', 'leader'])),
  'report.sent': (payload, scene) => {
    if (payload.target === 'authority') return null;
    const above = scene.directory.parentOrgId;
    const receivers =
      payload.target === 'leader'
        ? inRoles(scene, ['deputy', 'leader'])
        : above
          ? inRoles(scene, ['office', 'officer'], above)
          : [];
    return notice('report.received', receivers);
  },
  'matter.reported': (_payload, scene) =>
    notice('matter.reported', inRoles(scene, ['deputy', 'leader'])),
  'category.proposed': (_payload, scene) =>
    notice('category.proposed', inRoles(scene, ['deputy', 'leader'])),
  'assignment.issued': ({ unitId, toOrgId = null }, scene) =>
    notice('assignment.issued', [
      ...inUnit(scene, unitId),
      ...(toOrgId ? inRoles(scene, ['office', 'leader'], toOrgId) : []),
    ]),
  'assignment.refused': (_payload, scene) =>
    notice('assignment.refused', inRoles(scene, ['office'])),
  'assignment.feedback_written': ({ signerIds }) =>
    notice('assignment.to_sign', [...(signerIds ?? [])]),
  'accountability.handed_over': (_payload, scene) =>
    notice('accountability.handed_over', inRoles(scene, ['leader', 'auditor'])),
  'assignment.feedback_signed': (_payload, scene) =>
    notice('assignment.fed_back', inRoles(scene, ['office'])),
  'assignment.urged': (payload, scene) =>
    notice('assignment.urged', inUnit(scene, unitOf(scene, payload.id))),
  'assignment.returned': (payload, scene) =>
    notice('assignment.returned', inUnit(scene, unitOf(scene, payload.id))),
  'assignment.fed_back': (_payload, scene) =>
    notice('assignment.fed_back', inRoles(scene, ['office'])),
  'approval.step_opened': ({ candidateIds, openedAt }, { directory }) => {
    const delegates = candidateIds.flatMap((id) =>
      delegatesOf(directory.delegations, id, 'approve', openedAt ?? ''),
    );
    return notice('approval.requested', [...candidateIds, ...delegates]);
  },
  'command.taken_over': (_payload, scene) =>
    notice('acting.taken_over', [...actedIn(scene), ...inRoles(scene, ['office'])]),
  'acting.countersigned': (_payload, scene) => notice('acting.countersigned', actedIn(scene)),
  'taskforce.formed': ({ members }) => notice('taskforce.joined', membersOf(members)),
  'taskforce.changed': ({ members }) => notice('taskforce.joined', membersOf(members)),
  'taskforce.dissolved': ({ id }, { state }) =>
    notice(
      'taskforce.dissolved',
      membersOf(state.taskforces.find((one) => one.id === id)?.members ?? []),
    ),
  'wording.commented': ({ wordingId }, { state }) =>
    notice('wording.commented', draftersOf(state, wordingId)),
  'wording.comment_answered': ({ wordingId, onId }, { state }) =>
    notice('wording.comment_answered', [
      ...draftersOf(state, wordingId),
      ...state.wordingRemarks.flatMap((one) => (one.id === onId ? [one.writtenBy] : [])),
    ]),
  'approval.refused': (payload) => notice('approval.refused', [...payload.drafterIds]),
  'approval.sent_back': ({ runId, drafterIds, personId }, { state }) =>
    notice('approval.sent_back', [
      ...drafterIds,
      ...signersOf(state, runId).filter((one) => one !== personId),
    ]),
  'approval.recorded': ({ how, personId }) =>
    how === 'phone' ? notice('approval.recorded', [personId]) : null,
  'approval.minutes_filed': ({ toldIds }) => notice('approval.minutes_filed', [...toldIds]),
  'approval.denied': ({ id }, scene) => {
    const denied = scene.state.approvalDecisions.find((one) => one.id === id);
    const { recordedBy = null, drafterIds = [] } = denied ?? {};
    const group = [...inRoles(scene, ['office', 'deputy', 'leader']), ...onDuty(scene)];
    return notice('approval.denied', [
      ...group,
      ...scene.directory.groupMemberIds,
      ...drafterIds,
      ...(recordedBy ? [recordedBy] : []),
    ]);
  },
  'approval.objected': (_payload, scene) =>
    notice('approval.objected', [
      ...inRoles(scene, ['office', 'deputy', 'leader']),
      ...scene.directory.groupMemberIds,
    ]),
  'wording.released': (_payload, scene) =>
    notice('wording.released', [
      ...inRoles(scene, ['office', 'spokesperson', 'deputy', 'leader']),
      ...scene.directory.groupMemberIds,
    ]),
  'wording.approved': (_payload, scene) =>
    notice('wording.approved', inRoles(scene, ['office', 'spokesperson'])),
  'wording.published': (_payload, scene) =>
    notice('wording.published', inRoles(scene, ['deputy', 'leader'])),
  'non_publication.proposed': (_payload, scene) =>
    notice('non_publication.proposed', inRoles(scene, ['deputy', 'leader'])),
  'instruction.recorded': (_payload, scene) =>
    notice('instruction.recorded', inRoles(scene, ['office', 'deputy', 'leader'])),
  'referral.requested': (payload, scene) =>
    payload.toOrgId
      ? notice(
          'referral.requested',
          inRoles(scene, ['office', 'officer', 'deputy', 'leader'], payload.toOrgId),
        )
      : null,
  'referral.answered': (_payload, scene) =>
    notice('referral.answered', inRoles(scene, ['office', 'deputy', 'leader'])),
  'platform_notice.proposed': (_payload, scene) =>
    notice('platform_notice.proposed', inRoles(scene, ['deputy', 'leader'])),
  'poster_action.proposed': (_payload, scene) =>
    notice('poster_action.proposed', inRoles(scene, ['member', 'deputy', 'leader'])),
  'text.flagged': (_payload, scene) => notice('text.flagged', inRoles(scene, ['auditor'])),
  'media.enquired': (_payload, scene) =>
    notice('media.enquired', inRoles(scene, ['office', 'spokesperson'])),
  'dismissal.proposed': (_payload, scene) =>
    notice('dismissal.proposed', inRoles(scene, ['office', 'leader'])),
  'review.written': (_payload, scene) =>
    notice('review.written', inRoles(scene, ['deputy', 'leader'])),
  'incident.reopened': (_payload, scene) =>
    notice('incident.reopened', inRoles(scene, ['office', 'deputy', 'leader'])),
  'escalation.fired': (payload) =>
    notice(`escalation.${payload.kind}`, [...payload.recipientIds], payload.deadlineId),
  'escalation.undelivered': (payload) =>
    notice('escalation.passed_on', [...payload.recipientIds], payload.deadlineId),
};

/** Whoever was stood in for hears of it, with those who would hear of the act anyway. */
function withStandIn(own: Notice | null, event: EventDraft, scene: Scene): Notice | null {
  const { standIn } = event.payload as EventPayloads['approval.given'];
  if (!standIn) return own;
  const others = own?.personIds ?? [];
  if (standIn.forId) return notice('delegation.used', [...others, standIn.forId]);
  const group = [...inRoles(scene, ['deputy', 'leader']), ...scene.directory.groupMemberIds];
  return notice('acting.used', [...others, ...group]);
}

/** The notice an event gives rise to; never to the one who acted, each person once. */
export function noticeFor(event: EventDraft, scene: Scene, actorId: string): Notice | null {
  const rule = rules[event.type] as Rule<EventType> | undefined;
  const own = rule?.(event.payload as EventPayloads[EventType], scene) ?? null;
  const found = withStandIn(own, event, scene);
  if (!found) return null;
  const personIds = [...new Set(found.personIds)].filter((id) => id !== actorId);
  return personIds.length > 0 ? { ...found, personIds } : null;
}

/** Every rule a notice can have; each has its sentence. */
export const NOTICE_RULES = [
  'incident.logged',
  'grade.proposed',
  'grade.decided',
  'grade.changed',
  'report.received',
  'matter.reported',
  'category.proposed',
  'assignment.issued',
  'assignment.urged',
  'assignment.returned',
  'assignment.refused',
  'assignment.to_sign',
  'accountability.handed_over',
  'assignment.fed_back',
  'approval.requested',
  'approval.refused',
  'approval.sent_back',
  'approval.recorded',
  'approval.minutes_filed',
  'approval.denied',
  'approval.objected',
  'delegation.used',
  'acting.used',
  'acting.taken_over',
  'acting.countersigned',
  'taskforce.joined',
  'taskforce.dissolved',
  'wording.released',
  'wording.approved',
  'wording.published',
  'wording.commented',
  'wording.comment_answered',
  'non_publication.proposed',
  'instruction.recorded',
  'referral.requested',
  'referral.answered',
  'platform_notice.proposed',
  'poster_action.proposed',
  'text.flagged',
  'media.enquired',
  'dismissal.proposed',
  'review.written',
  'incident.reopened',
  'escalation.reminder',
  'escalation.due',
  'escalation.overdue',
  'escalation.passed_on',
] as const;
