import type { Role } from '@/lib/access/roles';
import type { CalendarData } from '@/lib/calendar/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { Delegation } from '@/lib/group/delegates';
import type { Voice } from '@/lib/org/official-voice';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { ListedWord } from '@/lib/wording/listed-words';
import type { CopyLimits } from '@/lib/wording/platforms';

/** Who acts. System actors (`sweeper`) have no roles; what they may do stands in the policy. */
export interface Actor {
  kind: 'person' | 'system';
  id: string;
  orgId: string | null;
  unitId: string | null;
  roles: readonly Role[];
  /** Whose texts the person may sign for them in the incident at hand, where it was worked out. */
  signsFor?: readonly string[];
  /** Leader on duty who may act for the group in the incident at hand. */
  isActing?: boolean;
}

export interface Person {
  id: string;
  name: string;
  orgId: string;
  unitId: string | null;
  roles: readonly Role[];
  /** Whether a way leads to the person outside the product: a phone, or a mail channel in use. */
  reachable: boolean;
}

export interface DirectoryAccount extends Voice {
  id: string;
  name: string;
  platform: string;
  /** 署名单位; null = the institution itself. */
  signingUnit: string | null;
}

/** A leadership group with its seats in order. */
export interface DirectoryGroup {
  id: string;
  name: string;
  seats: readonly { personId: string; duty: string }[];
}

export interface DirectoryUnit {
  id: string;
  orgId: string;
  name: string;
  /** Short name of the institution, where it is one below. */
  orgName?: string | null;
  /** 主要负责人: who signs what the unit feeds back; absent = nobody was named. */
  principalId?: string | null;
}

/** A text that was agreed to in advance: from when, until when. */
export interface AgreedText {
  key: string;
  /** What people call it. */
  name?: string | null;
  text: string;
  contentHash: string;
  agreedAt: Instant;
  validUntil: Instant;
}

/** The institution as far as a decision needs it: active people, units, group, accounts, duty. */
export interface Directory {
  orgId: string;
  /** Its full name, under which it speaks. */
  orgName: string;
  parentOrgId: string | null;
  people: readonly Person[];
  /** Own units and those of institutions below. */
  units: readonly DirectoryUnit[];
  /** Leadership group members who vote. */
  groupMemberIds: readonly string[];
  /** Registered official accounts, retired ones too. */
  accounts: readonly DirectoryAccount[];
  /** Acknowledgement texts a leader agreed to in advance and nobody took back, expired ones too. */
  acknowledgements: readonly AgreedText[];
  /** Written authorities in force or ended in the last 30 days; revoked ones are gone. */
  delegations: readonly Delegation[];
  onDuty: { officerId: string | null; backupId: string | null; leaderId: string | null };
  /** The same of the institution above. */
  onDutyAbove: { officerId: string | null; leaderId: string | null };
  groups: readonly DirectoryGroup[];
  /** Own people whose accounts are switched off. */
  inactiveIds: readonly string[];
  /** People on leave at this instant. */
  awayIds: readonly string[];
}

/** A published version a running incident is to be taken onto. */
export interface TargetPlan {
  planVersionId: string;
  planKey: string;
  plan: ResponsePlan;
}

export interface DecideContext {
  /** Business time (the demo clock where it runs). */
  now: Instant;
  actor: Actor;
  newId: () => string;
  plan: ResponsePlan;
  planVersionId: string;
  calendar: CalendarData;
  calendarId: string;
  directory: Directory;
  /** Number for a new incident, reserved by the door. */
  nextNumber: string | null;
  /** For `movePlan`, loaded by the door; null = there is no such version. */
  targetPlan?: TargetPlan | null;
  /** For `submitWording`, loaded by the door: what the institution does not want said. */
  listedWords?: readonly ListedWord[];
  /** For `makeCopy`: how long a text may be on each platform. */
  copyLimits?: CopyLimits;
}
