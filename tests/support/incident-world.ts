import type { Role } from '@/lib/access/roles';
import { fromLocal } from '@/lib/calendar';
import type { CalendarData } from '@/lib/calendar/calendar';
import type { Instant } from '@/lib/calendar/instant';
import { seedCalendar } from '@/lib/calendar/server/seed';
import { type CommandInput, type CommandType, commands } from '@/lib/incident/commands';
import type { DecideContext, Directory, Person, TargetPlan } from '@/lib/incident/context';
import { type DecideResult, decide } from '@/lib/incident/decide';
import type { IncidentEvent } from '@/lib/incident/events';
import type { DeadlineRow, IncidentState, WordingRow } from '@/lib/incident/model';
import { itemsToTick } from '@/lib/incident/submission-list';
import { presets } from '@/lib/plan/presets';
import type { ResponsePlan } from '@/lib/plan/schema';
import type { ListedWord } from '@/lib/wording/listed-words';
import { type CopyLimits, limitsOf } from '@/lib/wording/platforms';

/** `local('2026-09-18 10:00')`: Shanghai time in, UTC instant out. */
export function local(text: string): Instant {
  return fromLocal(text.slice(0, 10), text.slice(11));
}

/** A fixed id that passes as a UUID; `block` keeps kinds of things apart. */
export function fixedId(block: number, number: number): string {
  const tail = String(number).padStart(12, '0');
  return `${String(block).padStart(8, '0')}-0000-4000-8000-${tail}`;
}

export const ORG_ID = fixedId(1, 1);
export const PARENT_ORG_ID = fixedId(1, 2);
export const ROADS = fixedId(2, 1);
export const WATER = fixedId(2, 2);
export const ACCOUNT = fixedId(3, 1);

const STAFF = {
  officer: ['officer', null],
  officer2: ['officer', null],
  office: ['office', null],
  office2: ['office', null],
  handler: ['handler', ROADS],
  handler2: ['handler', WATER],
  monitor: ['monitor', ROADS],
  deputy: ['deputy', null],
  deputy2: ['deputy', null],
  leader: ['leader', null],
  member: ['member', null],
  spokesperson: ['spokesperson', null],
  auditor: ['auditor', null],
} as const satisfies Record<string, readonly [Role, string | null]>;

export type PersonName = keyof typeof STAFF;
export const PEOPLE = Object.keys(STAFF) as PersonName[];

export function personId(name: PersonName): string {
  return fixedId(4, PEOPLE.indexOf(name) + 1);
}

function personOf(name: PersonName): Person {
  const [role, unitId] = STAFF[name];
  return { id: personId(name), name, orgId: ORG_ID, unitId, roles: [role], reachable: true };
}

/** One institution: everybody once, deputies, officers and office people twice. */
export function directoryOf(change: Partial<Directory> = {}): Directory {
  return {
    orgId: ORG_ID,
    orgName: '示范局',
    parentOrgId: PARENT_ORG_ID,
    people: PEOPLE.map(personOf),
    units: [
      { id: ROADS, orgId: ORG_ID, name: '道路科', principalId: personId('handler') },
      { id: WATER, orgId: ORG_ID, name: '供水科', principalId: personId('handler2') },
    ],
    groupMemberIds: (['leader', 'deputy', 'deputy2', 'member'] as const).map(personId),
    accounts: [
      {
        id: ACCOUNT,
        name: '示范局',
        platform: 'weibo',
        active: true,
        verification: 'verified',
        signingUnit: null,
        publisherRoles: ['spokesperson', 'office', 'officer'],
        publisherIds: [],
      },
    ],
    acknowledgements: [
      {
        key: 'received',
        text: '您反映的情况已收到,正在核实。',
        contentHash: 'c'.repeat(64),
        agreedAt: '2020-01-01T00:00:00.000Z',
        validUntil: '2099-01-01T00:00:00.000Z',
      },
    ],
    onDuty: {
      officerId: personId('officer'),
      backupId: personId('officer2'),
      leaderId: personId('deputy'),
    },
    onDutyAbove: { officerId: null, leaderId: null },
    groups: [],
    inactiveIds: [],
    awayIds: [],
    delegations: [],
    ...change,
  };
}

export const calendar: CalendarData = seedCalendar();

export function p26(): ResponsePlan {
  const plan = presets.get('p26');
  if (!plan) throw new Error('The preset p26 is missing');
  return plan;
}

/** A test's view of one incident: `do` acts as a person at a time and keeps what came of it. */
export class World {
  state: IncidentState | null = null;
  readonly events: IncidentEvent[] = [];
  directory: Directory;
  plan: ResponsePlan;
  now: Instant = local('2026-09-18 10:00');
  /** The version the incident computes with. */
  calendar: CalendarData = calendar;
  /** What `movePlan` finds; null = no such version. */
  targetPlan: TargetPlan | null = null;
  /** What the institution does not want said. */
  listedWords: ListedWord[] = [];
  copyLimits: CopyLimits = limitsOf(null);
  private planVersionId = fixedId(5, 1);
  private ids = 0;

  constructor(options: { directory?: Partial<Directory>; plan?: ResponsePlan } = {}) {
    this.directory = directoryOf(options.directory);
    this.plan = options.plan ?? p26();
  }

  /** Local time `YYYY-MM-DD HH:MM` of everything that follows. */
  at(text: string): this {
    this.now = local(text);
    return this;
  }

  /** Moves on by minutes. */
  later(minutes: number): this {
    this.now = new Date(Date.parse(this.now) + minutes * 60_000).toISOString();
    return this;
  }

  context(name: PersonName | 'sweeper'): DecideContext {
    const actor =
      name === 'sweeper'
        ? { kind: 'system' as const, id: 'sweeper', orgId: null, unitId: null, roles: [] }
        : { kind: 'person' as const, ...personOf(name) };
    return {
      now: this.now,
      actor,
      newId: () => fixedId(9, ++this.ids),
      plan: this.plan,
      planVersionId: this.planVersionId,
      calendar: this.calendar,
      calendarId: fixedId(6, 1),
      directory: this.directory,
      nextNumber: 'YQ-2026-0001',
      targetPlan: this.targetPlan,
      listedWords: this.listedWords,
      copyLimits: this.copyLimits,
    };
  }

  /** Parses and decides without throwing; state and events move only when it was carried out. */
  attempt<T extends CommandType>(
    name: PersonName | 'sweeper',
    type: T,
    input: CommandInput<T>,
  ): DecideResult {
    const parsed = commands[type].input.parse(input);
    const result = decide(this.state, { type, input: parsed }, this.context(name));
    if (!result.ok) return result;
    let seq = this.events.length;
    for (const one of result.events) this.events.push({ ...one, seq: ++seq } as IncidentEvent);
    this.state = result.state;
    if (type === 'movePlan' && this.targetPlan) {
      this.plan = this.targetPlan.plan;
      this.planVersionId = this.targetPlan.planVersionId;
    }
    if (type === 'adoptCalendar')
      this.calendar = (parsed as unknown as { calendar: CalendarData }).calendar;
    return result;
  }

  /** As `attempt`, throwing the refusal; answers with the types of the events. */
  do<T extends CommandType>(
    name: PersonName | 'sweeper',
    type: T,
    input: CommandInput<T>,
    at?: string,
  ): string[] {
    if (at) this.at(at);
    const result = this.attempt(name, type, input);
    if (!result.ok) throw result.refusal;
    return result.events.map((event) => event.type);
  }

  /** The refusal's code, or `null` when the command was carried out. */
  refusal<T extends CommandType>(
    name: PersonName | 'sweeper',
    type: T,
    input: CommandInput<T>,
  ): string | null {
    const result = this.attempt(name, type, input);
    return result.ok ? null : result.refusal.code;
  }

  get current(): IncidentState {
    if (!this.state) throw new Error('Nothing has been logged yet');
    return this.state;
  }

  get incident() {
    return this.current.incident;
  }

  /** Newest deadline of a rule or key. */
  deadline(key: string): DeadlineRow {
    const found = this.current.deadlines.findLast((one) => one.rule === key || one.key === key);
    if (!found) throw new Error(`No deadline ${key}`);
    return found;
  }

  /** Local `YYYY-MM-DD HH:MM` of a deadline. */
  dueOf(key: string): string | null {
    const { dueAt } = this.deadline(key);
    return dueAt && shown(dueAt);
  }

  last<C extends Exclude<keyof IncidentState, 'incident'>>(
    collection: C,
  ): IncidentState[C][number] {
    const row = (this.current[collection] as readonly IncidentState[C][number][]).at(-1);
    if (!row) throw new Error(`No ${collection}`);
    return row;
  }

  /** Hash of the newest version of a wording, as an approver sees it. */
  hashOf(wording: WordingRow): string {
    const versions = this.current.wordingVersions.filter((one) => one.wordingId === wording.id);
    return versions.at(-1)?.contentHash ?? '';
  }

  /** Approves the newest wording as each person in turn. */
  approveAs(...names: PersonName[]): void {
    const wording = this.last('wordings');
    const contentHash = this.hashOf(wording);
    const found = '未发现差错';
    for (const name of names) {
      this.do(name, 'approve', { wordingId: wording.id, contentHash, found });
    }
  }

  /** Drafts and submits; answers with the wording's id. */
  submitDraft(
    kind: CommandInput<'draftWording'>['kind'] = 'statement',
    drafter: PersonName = 'office',
  ): string {
    this.do(drafter, 'draftWording', { kind, title: '情况说明', body: '已知事实……' });
    const wordingId = this.last('wordings').id;
    this.do(drafter, 'submitWording', { wordingId, ticked: this.itemsToTick() });
    return wordingId;
  }

  /** Every item the plan has ticked before a text goes for approval. */
  itemsToTick(): string[] {
    return itemsToTick(this.plan.mechanisms).map((one) => one.key);
  }

  /** Lets the sweeper act on everything that is due, as often as something is. */
  sweep(): void {
    for (;;) {
      const due = this.current.deadlines.find(
        (one) => one.nextActionAt !== null && one.nextActionAt <= this.now,
      );
      if (!due) return;
      this.do('sweeper', 'fireDeadline', { deadlineId: due.id });
    }
  }
}

/** UTC instant as local `YYYY-MM-DD HH:MM`. */
export function shown(instant: Instant): string {
  const shifted = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 16)}`;
}
