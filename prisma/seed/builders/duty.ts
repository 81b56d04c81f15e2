import { personActor } from '@/lib/access/server';
import type { JsonObject } from '@/lib/audit/canonical';
import type { AuditActor } from '@/lib/audit/envelope';
import { appendToStream, type StreamDraft } from '@/lib/audit/server';
import { DAY_MS, type Instant, MINUTE_MS, parseInstant, toInstant } from '@/lib/calendar/instant';
import { getPlanVersion } from '@/lib/plan/server';
import { type Db, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { handoverOccurrences, partiesAt } from '@/lib/shift/handovers';
import { dailyOccurrences } from '@/lib/shift/occurrences';
import { planDuties } from '@/lib/shift/plan-rules';
import { nextActionAt } from '@/lib/shift/schedule';
import { compileHandover } from '@/lib/shift/server/compile';
import { sealContent } from '@/lib/shift/server/content';
import { loadRosters } from '@/lib/shift/server/rosters';
import { asTask } from '@/lib/shift/server/rows';
import { DEFAULT_SETTINGS } from '@/lib/shift/settings';
import type { Occurrence } from '@/lib/shift/task';
import { at, type DemoWorld } from './institution';

const DAYS = 7;

const SOURCES = [
  ['青川论坛', '论坛', 'https://bbs.qingchuan.example.cn/'],
  ['微博同城', '微博', 'https://weibo.com/'],
  ['抖音同城', '短视频', 'https://www.douyin.com/'],
  ['微信公众号搜索', '微信', null],
  ['12345 热线工单', '热线', null],
] as const;

const ENTRIES = [
  {
    hoursAgo: 30,
    by: 'officer2',
    text: '家长来电询问周一是否停课，已按教体局通知口径答复。',
    caller: '家长，138****2210',
    toldWhom: '办公室',
  },
  { hoursAgo: 26, by: 'officer2', text: '县融媒体中心值班电话更换，已更新通讯录。' },
  {
    hoursAgo: 15,
    by: 'officer',
    text: '县委网信办来电，提醒关注校车话题，请次日下班前回告情况。',
    caller: '网信办值班室',
    toldWhom: '带班领导',
    followUp: '17:30 前电话回告',
  },
  { hoursAgo: 3, by: 'officer', text: '办公楼二层网络检修，已恢复，期间用手机热点巡查。' },
] as const;

/** A week of the bureau's patrols and handovers up to `now`, its checklist and its shift log. */
export async function buildDuty(world: DemoWorld, now: Instant): Promise<void> {
  const orgId = at(world.orgs, 'bureau');
  await prisma.$transaction((db) => build(db, world, orgId, now), { timeout: 60_000 });
}

/** Events in the order in which they happened. */
class Chronicle {
  private readonly drafts: StreamDraft[] = [];

  note(type: `duty.${string}`, actor: AuditActor, occurredAt: Instant, payload: JsonObject): void {
    this.drafts.push({ type, typeVersion: 1, actor, occurredAt, payload });
  }

  async write(db: Db, orgId: string): Promise<void> {
    const inOrder = this.drafts.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
    await appendToStream(db, `org:${orgId}`, inOrder);
  }
}

async function build(db: Db, world: DemoWorld, orgId: string, now: Instant): Promise<void> {
  const record = new Chronicle();
  await db.patrolSource.createMany({
    data: SOURCES.map(([name, platform, url], position) => ({
      ...{ id: newId(), orgId, name, platform, url, position },
    })),
  });
  await writeEntries(db, record, world, orgId, now);
  const from = toInstant(parseInstant(now) - DAYS * DAY_MS);
  const window = { from, to: now };
  const version = await db.planVersion.findFirstOrThrow({
    where: { plan: { orgId, isDefault: true } },
    orderBy: { number: 'desc' },
    select: { id: true },
  });
  const { id, key, plan } = await getPlanVersion(db, version.id);
  const { rosters, leaves } = await loadRosters(db, orgId, from, now);
  const duties = planDuties(plan, { planKey: key, planVersionId: id });
  const owed = [
    ...dailyOccurrences([duties], DEFAULT_SETTINGS, window),
    ...handoverOccurrences(rosters, leaves, DEFAULT_SETTINGS, window),
  ];
  const officerAt = (instant: Instant) =>
    partiesAt(rosters[0]?.shifts ?? [], leaves, instant).incomingId ?? at(world.people, 'officer');
  for (const [index, one] of owed.entries()) {
    await live(db, { record, orgId, now, one, index, world, officerAt });
    if (one.kind !== 'handover' || one.dueAt > now) continue;
    const parties = partiesAt(rosters[0]?.shifts ?? [], leaves, one.startsAt);
    await sign(db, record, orgId, one, parties);
  }
  await record.write(db, orgId);
  const until = { plannedUntil: now, nextPlanAt: now };
  await db.dutyPlan.create({ data: { orgId, ...until } });
}

interface Lived {
  record: Chronicle;
  orgId: string;
  now: Instant;
  one: Occurrence;
  index: number;
  world: DemoWorld;
  officerAt: (instant: Instant) => string;
}

/** One occurrence as it went: in time as a rule, one late, one missed and taken on by the office. */
async function live(
  db: Db,
  { record, orgId, now, one, index, world, officerAt }: Lived,
): Promise<void> {
  const id = newId();
  if (one.dueAt > now) {
    const standing = { dueAt: one.dueAt, state: 'open' as const, acknowledgedAt: null };
    const planned = nextActionAt(DEFAULT_SETTINGS, one.kind, { ...standing, stepsDone: 0 });
    // A reminder whose time is past was given before the story begins.
    const isReminded = planned !== null && planned <= now;
    const stepsDone = isReminded ? 1 : 0;
    const action = nextActionAt(DEFAULT_SETTINGS, one.kind, { ...standing, stepsDone });
    await db.dutyTask.create({ data: { id, orgId, ...one, stepsDone, nextActionAt: action } });
    return;
  }
  const isMissed = one.kind === 'patrol' && index === 5;
  const isLate = one.kind === 'patrol' && index === 2;
  if (isMissed) {
    await db.dutyTask.create({
      data: {
        ...{ id, orgId, ...one, state: 'missed', missedAt: one.dueAt, stepsDone: 4 },
        acknowledgedBy: at(world.people, 'office'),
        acknowledgedAt: later(one.dueAt, 22),
      },
    });
    const payload = { taskId: id, kind: one.kind, key: one.key, missedAt: one.dueAt };
    record.note('duty.missed', { kind: 'system', id: 'duty' }, one.dueAt, payload);
    return;
  }
  if (one.kind === 'handover') {
    await db.dutyTask.create({ data: { id, orgId, ...one } });
    return;
  }
  const doneAt = isLate ? later(one.dueAt, 40) : later(one.startsAt, 8 + ((index * 7) % 25));
  const doneBy = officerAt(doneAt);
  await db.dutyTask.create({
    data: {
      ...{ id, orgId, ...one, doneBy, doneAt, outcome: 'nothing' },
      ...(isLate ? { state: 'late', missedAt: one.dueAt } : { state: 'done' }),
    },
  });
  const sources = await db.patrolSource.findMany({ where: { orgId } });
  await db.patrolResult.createMany({
    data: sources.map(({ id: sourceId, name: sourceName }) => ({
      ...{ id: newId(), taskId: id, sourceId, sourceName, result: 'nothing' },
      ...{ recordedBy: doneBy, recordedAt: doneAt },
    })),
  });
  const payload = { taskId: id, kind: one.kind, key: one.key, outcome: 'nothing' };
  record.note('duty.patrolled', personActor(doneBy), doneAt, payload);
}

/** Both signed around the change of shifts; the same person twice had nothing to hand over. */
async function sign(
  db: Db,
  record: Chronicle,
  orgId: string,
  { key, startsAt }: Occurrence,
  { outgoingId, incomingId }: { outgoingId: string | null; incomingId: string | null },
): Promise<void> {
  const row = await db.dutyTask.findUniqueOrThrow({ where: { orgId_key: { orgId, key } } });
  const { id } = row;
  if (!outgoingId || !incomingId || outgoingId === incomingId) {
    const data = { state: 'spared', outcome: 'same_person' };
    await db.dutyTask.update({ where: { id }, data });
    return;
  }
  const [signedAt, receivedAt] = [later(startsAt, -9), later(startsAt, 3)];
  const content = { ...(await compileHandover(db, asTask(row), signedAt)), note: null };
  const { sealed, hash } = sealContent(id, content);
  await db.dutySheet.create({
    data: {
      ...{ taskId: id, kind: 'handover', sealed, contentHash: hash },
      ...{ signedBy: outgoingId, signedAt, receivedBy: incomingId, receivedAt },
    },
  });
  const done = { state: 'done', outcome: 'signed', doneBy: incomingId, doneAt: receivedAt };
  await db.dutyTask.update({ where: { id }, data: done });
  const payload = { taskId: id, kind: 'handover', key, contentHash: hash, isOnBehalf: false };
  record.note('duty.handedOver', personActor(outgoingId), signedAt, payload);
  record.note('duty.received', personActor(incomingId), receivedAt, payload);
}

async function writeEntries(
  db: Db,
  record: Chronicle,
  world: DemoWorld,
  orgId: string,
  now: Instant,
) {
  for (const { hoursAgo, by, ...text } of ENTRIES) {
    const id = newId();
    const kind = 'caller' in text ? 'call' : 'note';
    const { sealed, hash } = sealContent(id, text);
    const occurredAt = later(now, -hoursAgo * 60);
    const writtenBy = at(world.people, by);
    await db.shiftLogEntry.create({
      data: {
        ...{ id, orgId, kind, sealed, textHash: hash },
        ...{ occurredAt, writtenBy, writtenAt: later(occurredAt, 2) },
      },
    });
    const payload = { entryId: id, kind, textHash: hash };
    record.note('duty.logged', personActor(writtenBy), later(occurredAt, 2), payload);
  }
}

const later = (instant: Instant, minutes: number) =>
  toInstant(parseInstant(instant) + minutes * MINUTE_MS);
