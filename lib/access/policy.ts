import type { CommandType } from '@/lib/incident/commands';
import type { Actor } from '@/lib/incident/context';
import type { Role } from './roles';

/**
 * How far a right reaches:
 * `org` every incident of the own institution · `unit` those logged by the person or about its unit
 * · `assigned` those with an assignment to the own unit · `reported` those an institution below
 * reported up, or whose grave dismissal or downgrade it must see · `ordered` those of the institution
 * above with an assignment to a unit of the own one · `taskforce` those whose working group the person
 * belongs to.
 */
export type Scope = 'org' | 'unit' | 'assigned' | 'reported' | 'ordered' | 'taskforce';

/**
 * What one person may do for another: under a written authority, as leader on duty, or (`lead`) as
 * next in line where every leader is recused.
 */
export type StandInRight = 'approve' | 'grade' | 'activate' | 'lead';

type Rule = Partial<Record<Role, readonly Scope[]>> & {
  system?: readonly string[];
  /** Also open to who stands in for a holder; `decide` looks at the paper. */
  standIn?: StandInRight;
};

export type Permission =
  | `incident:${CommandType}`
  | 'incident:read'
  | 'incident:readAuthor'
  | 'incident:readAccountability'
  | 'audit:verify'
  | 'audit:verifyLogs'
  | 'audit:export'
  | 'document:export'
  | 'document:exportAssignment'
  | 'evidence:upload'
  | 'evidence:download'
  | 'plan:read'
  | 'plan:edit'
  | 'plan:publish'
  | 'roster:read'
  | 'roster:edit'
  | 'roster:swap'
  | 'wording:read'
  | 'wording:configure'
  | 'wording:agree'
  | 'group:read'
  | 'group:edit'
  | 'delegation:give'
  | 'unit:read'
  | 'unit:edit'
  | 'account:read'
  | 'account:edit'
  | 'heightened:declare'
  | 'calendar:read'
  | 'calendar:edit'
  | 'channel:configure'
  | 'retention:configure'
  | 'preference:edit'
  | 'shift:read'
  | 'shift:file'
  | 'shift:sign'
  | 'shift:configure'
  | 'shiftLog:read'
  | 'shiftLog:write';

const ORG: readonly Scope[] = ['org'];
const ABOVE: readonly Scope[] = ['org', 'reported'];
const BELOW: readonly Scope[] = ['ordered'];
const AROUND: readonly Scope[] = ['org', 'reported', 'ordered'];

/** Everybody who works on incidents of the institution. */
const STAFF = { officer: ORG, office: ORG, deputy: ORG, leader: ORG } satisfies Rule;
const DESK = { officer: ORG, office: ORG } satisfies Rule;
const OFFICE = { office: ORG } satisfies Rule;
const LEADERS = { deputy: ORG, leader: ORG } satisfies Rule;
/** Who answers for an institution that an order from above came to. */
const ORDERED = { office: BELOW, deputy: BELOW, leader: BELOW } satisfies Rule;
/** Whom a plan may name for a step; `decide` lets only the step's candidates sign, never a drafter. */
const SIGNERS = {
  ...OFFICE,
  ...LEADERS,
  member: ORG,
  spokesperson: ORG,
  handler: ['assigned'],
} satisfies Rule;
/** Who reads a text before it goes out may say something about it. */
const REMARKERS = {
  ...STAFF,
  member: ORG,
  spokesperson: ORG,
  handler: ['assigned'],
} satisfies Rule;
const READERS = {
  officer: ABOVE,
  office: AROUND,
  deputy: AROUND,
  leader: AROUND,
  member: ABOVE,
  spokesperson: ORG,
  auditor: ABOVE,
  handler: ['assigned', 'taskforce'],
  monitor: ['unit', 'taskforce'],
} satisfies Rule;

/** Who may do what, one line per right. `decide` adds what depends on the incident itself. */
export const policy = {
  'incident:log': { ...STAFF, monitor: ORG },
  'incident:logAndReport': { ...STAFF, monitor: ORG },
  'incident:linkMention': { ...STAFF, monitor: ['unit'] },
  'incident:note': {
    ...STAFF,
    monitor: ['unit', 'taskforce'],
    handler: ['assigned', 'taskforce'],
    spokesperson: ORG,
    member: ORG,
  },
  'incident:correct': DESK,
  'incident:attachEvidence': {
    ...STAFF,
    office: ['org', 'ordered'],
    leader: ['org', 'ordered'],
    monitor: ['unit'],
    handler: ['assigned'],
    spokesperson: ORG,
  },
  'incident:declareInterest': { ...STAFF, handler: ['assigned'], member: ORG, spokesperson: ORG },
  'incident:setProvisionalGrade': { ...DESK, monitor: ['unit'] },
  'incident:sendReport': { ...STAFF, monitor: ['unit'] },
  'incident:acknowledgeReport': { officer: ABOVE, office: ABOVE, deputy: ABOVE, leader: ABOVE },
  'incident:reportMatter': {
    ...STAFF,
    monitor: ['unit'],
    handler: ['assigned'],
    member: ORG,
    spokesperson: ORG,
  },
  'incident:countersignMatter': LEADERS,
  'incident:assess': OFFICE,
  'incident:present': OFFICE,
  'incident:decideGrade': { ...LEADERS, standIn: 'grade' },
  'incident:regrade': { ...LEADERS, standIn: 'grade' },
  'incident:categorise': OFFICE,
  'incident:confirmCategory': { ...LEADERS, ...OFFICE },
  'incident:activate': { ...OFFICE, ...LEADERS, standIn: 'activate' },
  'incident:assign': { ...OFFICE, ...LEADERS },
  'incident:acceptAssignment': { ...ORDERED, handler: ['assigned'] },
  'incident:refuseAssignment': { ...ORDERED, handler: ['assigned'] },
  'incident:feedBack': { ...ORDERED, handler: ['assigned'] },
  'incident:signFeedback': {
    deputy: ['org', 'ordered'],
    leader: ['org', 'ordered'],
    handler: ['assigned'],
  },
  'incident:returnFeedback': {
    office: ORG,
    deputy: ['org', 'ordered'],
    leader: ['org', 'ordered'],
    handler: ['assigned'],
  },
  'incident:settleAssignment': OFFICE,
  'incident:urge': { ...DESK, ...LEADERS },
  'incident:keepPromise': { office: ['org', 'ordered'], handler: ['assigned'], leader: BELOW },
  'incident:handOverAccountability': LEADERS,
  'incident:answerAccountability': LEADERS,
  'incident:readAccountability': { ...LEADERS, auditor: ORG },
  'incident:recordMeasure': { office: ['org', 'ordered'], handler: ['assigned'] },
  'incident:planMeasure': { office: ['org', 'ordered'], handler: ['assigned'] },
  'incident:draftWording': { ...OFFICE, handler: ['assigned'], spokesperson: ORG },
  'incident:reviseWording': { ...OFFICE, handler: ['assigned'], spokesperson: ORG },
  'incident:submitWording': OFFICE,
  'incident:withdrawWording': OFFICE,
  'incident:makeCopy': { ...OFFICE, spokesperson: ORG },
  'incident:remarkOnWording': REMARKERS,
  'incident:answerRemark': REMARKERS,
  'incident:settleRemark': REMARKERS,
  'incident:approve': { ...SIGNERS, standIn: 'approve' },
  'incident:returnWording': { ...SIGNERS, standIn: 'approve' },
  'incident:recordConsent': DESK,
  'incident:countersignConsent': { ...SIGNERS, ...STAFF, standIn: 'approve' },
  'incident:denyConsent': { ...SIGNERS, ...STAFF, standIn: 'approve' },
  'incident:settleDenial': LEADERS,
  'incident:recordMinutes': OFFICE,
  'incident:objectMinutes': SIGNERS,
  'incident:releaseUrgently': LEADERS,
  'incident:reply': { ...DESK, spokesperson: ORG },
  'incident:recordCallBack': { ...DESK, spokesperson: ORG },
  'incident:publish': { ...OFFICE, spokesperson: ORG },
  'incident:proposeNonPublication': OFFICE,
  'incident:approveNonPublication': LEADERS,
  'incident:proposePlatformNotice': DESK,
  'incident:approvePlatformNotice': LEADERS,
  'incident:refusePlatformNotice': LEADERS,
  'incident:countersignPlatformNotice': LEADERS,
  'incident:recordPlatformNotice': DESK,
  'incident:recordNoticeAnswer': DESK,
  'incident:proposePosterAction': OFFICE,
  'incident:reviewPosterAction': { office: ORG, deputy: ORG, member: ORG },
  'incident:approvePosterAction': { leader: ORG, standIn: 'lead' },
  'incident:refusePosterAction': { leader: ORG, standIn: 'lead' },
  'incident:recordPosterAction': OFFICE,
  'incident:placeHold': { ...OFFICE, ...LEADERS },
  'incident:liftHold': LEADERS,
  'incident:eraseAuthors': { system: ['retention'] },
  'incident:recordInstruction': { ...DESK, ...LEADERS },
  'incident:answerInstruction': OFFICE,
  'incident:recordConsultation': { ...OFFICE, ...LEADERS },
  'incident:refer': { ...OFFICE, ...LEADERS },
  'incident:answerReferral': { office: ABOVE, deputy: ABOVE, leader: ABOVE },
  'incident:recordMediaEnquiry': { ...DESK, spokesperson: ORG },
  'incident:answerMediaEnquiry': { ...OFFICE, spokesperson: ORG },
  'incident:sendCorrectionLetter': { ...OFFICE, spokesperson: ORG },
  'incident:recordCorrectionReply': { ...DESK, spokesperson: ORG },
  'incident:recordSample': DESK,
  'incident:confirmCalm': { ...OFFICE, ...LEADERS },
  'incident:confirmResolved': { ...OFFICE, ...LEADERS },
  'incident:writeReview': OFFICE,
  'incident:approveReview': LEADERS,
  'incident:addCorrectiveAction': OFFICE,
  'incident:completeCorrectiveAction': OFFICE,
  'incident:extendDeadline': LEADERS,
  'incident:pauseDeadline': LEADERS,
  'incident:resumeDeadline': LEADERS,
  'incident:explainDeadline': { ...OFFICE, ...LEADERS },
  'incident:acknowledgeEscalation': { ...STAFF, handler: ['assigned'] },
  'incident:fireDeadline': { system: ['sweeper'] },
  'incident:recordUndelivered': { system: ['delivery'] },
  'incident:adoptCalendar': { system: ['calendar'] },
  'incident:movePlan': { leader: ORG },
  'incident:dismiss': { ...DESK, ...LEADERS },
  'incident:confirmDismissal': { ...OFFICE, ...LEADERS },
  'incident:refuseDismissal': { ...OFFICE, ...LEADERS },
  'incident:reopen': { ...OFFICE, ...LEADERS },
  'incident:close': { leader: ORG },
  'incident:archive': { ...OFFICE, leader: ORG },
  'incident:countersignActing': LEADERS,
  'incident:takeOver': LEADERS,
  'incident:formTaskforce': { ...OFFICE, ...LEADERS },
  'incident:changeTaskforce': { ...OFFICE, ...LEADERS },
  'incident:dissolveTaskforce': { ...OFFICE, ...LEADERS },
  'incident:read': READERS,
  'incident:readAuthor': DESK,
  'audit:verify': { ...READERS },
  'audit:verifyLogs': { auditor: ORG, audit_admin: ORG },
  'audit:export': { auditor: ABOVE, leader: ORG },
  'document:export': { ...STAFF, spokesperson: ORG, auditor: ABOVE },
  'document:exportAssignment': {
    ...STAFF,
    office: ['org', 'ordered'],
    leader: ['org', 'ordered'],
    auditor: ABOVE,
    handler: ['assigned'],
  },
  'evidence:upload': {
    ...STAFF,
    office: ['org', 'ordered'],
    leader: ['org', 'ordered'],
    monitor: ['unit'],
    handler: ['assigned'],
    spokesperson: ORG,
  },
  'evidence:download': READERS,
  'plan:read': { ...READERS },
  'plan:edit': { ...OFFICE, ...LEADERS },
  'plan:publish': LEADERS,
  'roster:read': { ...READERS },
  'roster:edit': { ...OFFICE, ...LEADERS },
  'roster:swap': { ...READERS },
  'wording:read': { ...STAFF, member: ORG, spokesperson: ORG, handler: ['assigned'], auditor: ORG },
  'wording:configure': { ...OFFICE, ...LEADERS },
  'wording:agree': { leader: ORG },
  'group:read': { ...READERS },
  'group:edit': { ...OFFICE, ...LEADERS },
  'delegation:give': { ...OFFICE, ...LEADERS },
  'unit:read': { ...READERS },
  'unit:edit': { ...OFFICE, ...LEADERS },
  'account:read': { ...STAFF, member: ORG, spokesperson: ORG, auditor: ORG },
  'account:edit': { ...OFFICE, ...LEADERS },
  'heightened:declare': LEADERS,
  'calendar:read': { ...READERS, sysadmin: ORG, secadmin: ORG, audit_admin: ORG },
  'calendar:edit': { sysadmin: ORG },
  'channel:configure': { sysadmin: ORG },
  'retention:configure': { sysadmin: ORG },
  'preference:edit': { ...READERS, sysadmin: ORG, secadmin: ORG, audit_admin: ORG },
  'shift:read': { ...STAFF, monitor: ['unit'], member: ORG, auditor: ORG },
  'shift:file': { ...STAFF, monitor: ['unit'] },
  'shift:sign': STAFF,
  'shift:configure': { ...OFFICE, ...LEADERS },
  'shiftLog:read': { ...STAFF, auditor: ORG },
  'shiftLog:write': STAFF,
} satisfies Record<Permission, Rule>;

/** What of an incident decides who may reach it. */
export interface Target {
  orgId: string;
  parentOrgId: string | null;
  unitId: string | null;
  loggedBy: string | null;
  assignedUnitIds: readonly string[];
  /** Reported to the institution above, or of a kind that it sees anyway. */
  isVisibleAbove: boolean;
  /** Institutions below that an assignment went to. */
  orderedOrgIds?: readonly string[];
  /** Members of its working group; absent = it has none. */
  taskforceIds?: readonly string[];
  /** Who stands in for holders of rights now, where it was worked out. */
  standIns?: readonly { personId: string; right: StandInRight }[];
}

/** A right without a particular incident: what the menus and new forms ask. */
export function holdsPermission(actor: Actor, permission: Permission): boolean {
  return scopesOf(actor, permission).length > 0;
}

/** Scopes in which the actor holds a right, over all its roles. */
export function scopesOf(actor: Actor, permission: Permission): Scope[] {
  const rule: Rule = policy[permission];
  return [...new Set(actor.roles.flatMap((role) => rule[role] ?? []))];
}

/** Whether the actor may do this to this incident. UI and server ask the same function. */
export function can(actor: Actor, permission: Permission, target: Target): boolean {
  const rule: Rule = policy[permission];
  if (actor.kind === 'system') return rule.system?.includes(actor.id) ?? false;
  const standsIn = target.standIns?.some(
    (one) => one.personId === actor.id && one.right === rule.standIn,
  );
  if (standsIn && target.orgId === actor.orgId) return true;
  return scopesOf(actor, permission).some((scope) => isWithin(actor, scope, target));
}

function isWithin(actor: Actor, scope: Scope, target: Target): boolean {
  const isOwn = target.orgId === actor.orgId;
  switch (scope) {
    case 'org':
      return isOwn;
    case 'unit': {
      const isMine = target.loggedBy === actor.id;
      return isOwn && (isMine || (actor.unitId !== null && target.unitId === actor.unitId));
    }
    case 'assigned':
      return actor.unitId !== null && target.assignedUnitIds.includes(actor.unitId);
    case 'taskforce':
      return target.taskforceIds?.includes(actor.id) ?? false;
    case 'ordered':
      return actor.orgId !== null && (target.orderedOrgIds?.includes(actor.orgId) ?? false);
    case 'reported':
      return target.isVisibleAbove && target.parentOrgId === actor.orgId;
  }
}

/** Guard 5: nobody of the unit a post is about reads who wrote it. */
export function mayReadAuthor(actor: Actor, target: Target): boolean {
  const isConcerned = actor.unitId !== null && actor.unitId === target.unitId;
  return !isConcerned && can(actor, 'incident:readAuthor', target);
}
