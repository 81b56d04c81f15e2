import fc from 'fast-check';
import ical, { type VEvent } from 'node-ical';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GET } from '@/app/api/v1/roster/feed/[secret]/route';
import { createToken } from '@/lib/access/server/tokens';
import { fromLocal, localDate } from '@/lib/calendar';
import { DAY_MS, dateOfDay, dayOfDate, toInstant } from '@/lib/calendar/instant';
import { PLACES, type Place } from '@/lib/duty/resolve';
import { planRotation } from '@/lib/duty/rotation';
import {
  answerSwap,
  askForSwap,
  createFeed,
  createRoster,
  decideSwap,
  draftShifts,
  enterCover,
  gapsBetween,
  listShifts,
  markGap,
  onDutyAt,
  publishRoster,
  readFeed,
  recordLeave,
  reviewRoster,
  revokeFeed,
} from '@/lib/duty/server';
import { loadRoster } from '@/lib/duty/server/view';
import type { Actor } from '@/lib/incident/context';
import { findDuty, loadDirectory } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { Client } from '../support/api-client';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { anyRoster, atHour, paint, ROSTER_DATES, ROSTER_HOURS } from '../support/random-roster';
import { reasonOf } from '../support/reason-of';
import { lastEventOf, markOf } from '../support/roster-marks';

let database: TestDatabase;
let world: ClockWorld;
let office: Actor;
let orgId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  office = await world.actor('office');
  orgId = office.orgId ?? '';
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const eventsOf = (text: string | null) =>
  Object.values(ical.sync.parseICS(text ?? '')).filter((one) => one?.type === 'VEVENT') as VEvent[];
const running = (events: readonly VEvent[], at: string) =>
  events
    .filter(({ start, end }) => Number(start) <= Date.parse(at) && Date.parse(at) < Number(end))
    .map(({ summary }) => String(summary));
const LABEL = { leader: '带班', officer: '值班', backup: '副班' } as const;

describe('a roster from the plan to the night', () => {
  let first: string;

  it('is planned, checked, published and recorded; drafts are nobody’s duty', async () => {
    const id = (name: string) => world.personId(name);
    first = dateOfDay(dayOfDate(localDate(await businessNow())) + 50);
    const plan = planRotation({
      firstDay: first,
      days: 45,
      daily: [{ start: '08:30', end: '08:30' }],
      people: {
        officer: [id('officer'), id('officer2'), id('office2')],
        leader: [id('leader'), id('deputy'), id('deputy2')],
        backup: [id('officer'), id('officer2'), id('office2')],
      },
      calendar: { years: [], days: {} },
      leaves: [],
    });
    const at = fromLocal(first, '10:00');
    const before = await markOf(office);
    const drafted = await draftShifts(office, before, plan.shifts);
    expect((await onDutyAt(orgId, at)).shiftId).toBeNull();
    expect(await reasonOf(draftShifts(office, before, plan.shifts))).toBe('roster_stale');
    const mark = { rosterId: before.rosterId, revision: drafted.revision };
    const findings = await reviewRoster(office, mark.rosterId);
    expect(findings.map(({ code }) => code)).toEqual(['nobody']);
    expect(await reasonOf(publishRoster(office, mark, false))).toBe('roster_has_findings');
    await publishRoster(office, mark, true);
    expect(await lastEventOf(orgId)).toMatchObject({
      type: 'roster.published',
      actor: { kind: 'person', id: office.id },
      payload: { rosterId: mark.rosterId, shifts: 45, replaced: 0 },
    });
    expect((await onDutyAt(orgId, at)).officerId).toBe(plan.shifts[0]?.officerId);
  });

  it('one person in two rosters at a time is refused, whatever is accepted', async () => {
    const other = await createRoster(office, '网络值守');
    expect(await reasonOf(createRoster(office, '网络值守'))).toBe('roster_name_taken');
    const [shift] = await listShifts(orgId, fromLocal(first, '09:00'), fromLocal(first, '10:00'));
    if (!shift) throw new Error('no shift');
    const twice = { ...shift, officerId: shift.officerId, backupId: null, leaderId: null };
    const { revision } = await draftShifts(office, other, [twice]);
    const mark = { rosterId: other.rosterId, revision };
    expect((await reviewRoster(office, other.rosterId)).map(({ code }) => code)).toContain(
      'double_booking',
    );
    expect(await reasonOf(publishRoster(office, mark, true))).toBe('roster_has_findings');
  });

  it('a gap that is meant does not warn, the hour after it does', async () => {
    const [from, to] = [await businessNow(), toInstant(Date.now() + 90 * DAY_MS)];
    const [gap] = (await gapsBetween(orgId, from, to)).filter((one) => one.missing === 'nobody');
    if (!gap) throw new Error('no gap');
    const endsAt = toInstant(Date.parse(gap.to) - 3_600_000);
    await markGap(office, await markOf(office), {
      startsAt: gap.from,
      endsAt,
      reason: '假期不值班',
    });
    const left = (await gapsBetween(orgId, from, to)).filter((one) => one.missing === 'nobody');
    expect(left[0]).toEqual({ from: endsAt, to: gap.to, missing: 'nobody' });
  });

  it('goalert #4362: a cover holds to the millisecond for page, API and routing', async () => {
    const [startsAt, endsAt] = [fromLocal(first, '22:00'), fromLocal(first, '23:00')];
    const personId = world.personId('member');
    await enterCover(office, await markOf(office), { startsAt, endsAt, place: 'leader', personId });
    const ms = (at: string, by: number) => toInstant(Date.parse(at) + by);
    for (const [at, isCover] of [
      [ms(startsAt, -1), false],
      [startsAt, true],
      [ms(endsAt, -1), true],
      [endsAt, false],
    ] as const) {
      const { leaderId } = await onDutyAt(orgId, at);
      expect(leaderId === personId).toBe(isCover);
      expect((await loadDirectory(prisma, orgId, at)).onDuty.leaderId).toBe(leaderId);
      const name = (await prisma.user.findUnique({ where: { id: leaderId ?? '' } }))?.name;
      expect((await findDuty(orgId, at)).now?.leader?.name).toBe(name);
    }
    expect((await lastEventOf(orgId)).type).toBe('roster.covered');
  });

  it('a swap is asked by one, agreed by the other, approved by a third', async () => {
    const day = dateOfDay(dayOfDate(first) + 3);
    const span = { startsAt: fromLocal(day, '08:30'), endsAt: fromLocal(day, '20:00') };
    const { rosterId } = await markOf(office);
    const [shift] = await listShifts(orgId, fromLocal(day, '09:00'), fromLocal(day, '10:00'));
    const asker = await actorById(shift?.officerId ?? '');
    const colleague = await world.actor('member');
    const wish = { rosterId, place: 'officer' as const, ...span, colleagueId: colleague.id };
    expect(await reasonOf(askForSwap(colleague, { ...wish, colleagueId: asker.id }))).toBe(
      'swap_not_held',
    );
    const swapId = await askForSwap(asker, wish);
    expect(await reasonOf(decideSwap(office, swapId, true))).toBe('swap_closed');
    expect(await reasonOf(answerSwap(asker, swapId, true))).toBe('NOT_FOUND');
    await answerSwap(colleague, swapId, true);
    expect(await reasonOf(decideSwap(asker, swapId, true))).not.toBe('carried out');
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBe(asker.id);
    await decideSwap(office, swapId, true);
    expect((await onDutyAt(orgId, span.startsAt)).officerId).toBe(colleague.id);
    expect((await onDutyAt(orgId, span.endsAt)).officerId).toBe(asker.id);
    const types = await prisma.auditEvent.findMany({
      where: { streamId: `org:${orgId}`, payload: { path: ['swapId'], equals: swapId } },
      orderBy: { seq: 'asc' },
    });
    expect(types.map(({ type }) => type)).toEqual([
      'roster.swapAsked',
      'roster.swapAccepted',
      'roster.swapApproved',
    ]);
  });

  it('whom the policy does not name changes nothing', async () => {
    const mark = await markOf(office);
    for (const username of ['officer', 'auditor', 'member']) {
      const actor = await world.actor(username);
      const span = { startsAt: atHour(0), endsAt: atHour(1), personId: actor.id };
      expect(await reasonOf(recordLeave(actor, span))).toBe('FORBIDDEN');
      expect(await reasonOf(publishRoster(actor, mark, true))).toBe('FORBIDDEN');
      expect(await reasonOf(createRoster(actor, 'x'))).toBe('FORBIDDEN');
    }
  });
});

async function actorById(id: string): Promise<Actor> {
  const user = await prisma.user.findUniqueOrThrow({ where: { id } });
  return world.actor(user.username);
}

describe('a calendar by its secret address', () => {
  const ask = (secret: string) =>
    GET(new Request(`http://localhost/api/v1/roster/feed/${secret}.ics`), {
      params: Promise.resolve({ secret }),
    });

  it('is read with the secret alone, stored as a hash, and ends when it is revoked', async () => {
    const officer = await world.actor('officer');
    const { feedId, secret } = await createFeed(officer, null);
    const answer = await ask(secret);
    expect(answer.headers.get('content-type')).toContain('text/calendar');
    expect(eventsOf(await answer.text()).length).toBeGreaterThan(5);
    const row = await prisma.dutyFeed.findUniqueOrThrow({ where: { id: feedId } });
    expect(JSON.stringify([row, await lastEventOf(orgId)])).not.toContain(secret);
    expect(await reasonOf(revokeFeed(office, feedId))).toBe('NOT_FOUND');
    await revokeFeed(officer, feedId);
    expect((await ask(secret)).status).toBe(401);
    expect((await ask('x'.repeat(43))).status).toBe(401);
  });
});

describe('one truth about who is on duty', () => {
  it('server, pages, API, routing and calendar feeds agree over random rosters in the database', async () => {
    const staff = await prisma.user.findMany({
      where: { org: { code: 'school-a' } },
      include: { roles: true },
    });
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    const school = staff[0]?.orgId ?? '';
    const head = await world.actor('school_leader');
    const api = new Client(await createToken(head.id, 'roster'));
    const rosters: string[] = [];
    for (const name of ['甲', '乙', '丙']) rosters.push((await createRoster(head, name)).rosterId);
    const feed = await createFeed(head, null);
    // Other rosters every time; what fails names its roster and instant.
    const made = fc.sample(
      anyRoster(
        staff.map(({ id }) => id),
        () => newId(),
      ),
      50,
    );
    let count = 0;
    const agree = async (roster: Awaited<ReturnType<typeof stored>>, hour: number, ms: number) => {
      const at = atHour(hour, ms);
      const truth = roster.painted[hour];
      if (!truth) throw new Error('no hour');
      expect(await onDutyAt(school, at)).toMatchObject(truth);
      const held = PLACES.filter((place: Place) => truth[`${place}Id`] === head.id);
      expect(running(roster.own, at).sort()).toEqual(held.map((place) => LABEL[place]).sort());
      const part = roster.page.lived.find((one) => one.startsAt <= at && at < one.endsAt);
      for (const place of PLACES) {
        const shown = roster.page.bars[place].find((bar) => bar.startsAt <= at && at < bar.endsAt);
        expect([part?.[`${place}Id`] ?? null, shown?.personId ?? null]).toEqual([
          truth[`${place}Id`],
          truth[`${place}Id`],
        ]);
      }
      if (count % 5 === 0) {
        expect((await loadDirectory(prisma, school, at)).onDuty).toMatchObject(truth);
        const { now, heldBy } = await findDuty(school, at);
        // Without any roster of its own the house is shown the one above it.
        expect(heldBy === null).toBe(roster.isKept);
        const leader = roster.isKept ? (now?.leader?.name ?? null) : null;
        expect(leader).toBe(names.get(truth.leaderId ?? '') ?? null);
        const { body } = await api.get(`/api/v1/roster/on-duty?at=${at}`);
        for (const place of PLACES) {
          const named = (body[place] as { id: string } | null)?.id ?? null;
          expect(named).toBe(truth[`${place}Id`]);
        }
      }
      count += 1;
    };
    const stored = async (roster: (typeof made)[number]) => {
      await prisma.dutyShift.createMany({
        data: roster.shifts.map(({ rank, ...shift }) => ({
          ...shift,
          orgId: school,
          rosterId: rosters[rank] ?? '',
        })),
      });
      for (const leave of roster.leaves) await recordLeave(head, leave);
      return {
        isKept: roster.shifts.length > 0,
        painted: paint(roster),
        own: eventsOf(await readFeed(feed.secret, 'zh-CN')),
        page: await loadRoster(head, ROSTER_DATES, null),
      };
    };
    for (const roster of made) {
      const seen = await stored(roster);
      const moments = fc.sample(fc.tuple(fc.nat(ROSTER_HOURS - 1), fc.nat(3_599_999)), 20);
      for (let start = 0; start < moments.length; start += 10) {
        const some = moments.slice(start, start + 10);
        await Promise.all(some.map(([hour, ms]) => agree(seen, hour, ms)));
      }
      await prisma.dutyShift.deleteMany({ where: { orgId: school } });
      await prisma.dutyLeave.updateMany({
        where: { orgId: school },
        data: { cancelledAt: new Date() },
      });
    }
    expect(count).toBe(1_000);
  }, 300_000);
});
