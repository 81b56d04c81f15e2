import { dateOfDay, fromLocal, localDayNumber, parseInstant } from '@/lib/calendar/instant';
import { newId } from '@/lib/platform/ids';
import type { DemoWorld } from './institution';

const OFFICERS = ['officer', 'officer2', 'office2'] as const;
const LEADERS = ['deputy', 'deputy2', 'leader'] as const;
const DAYS_BEFORE = 100;
const DAYS_AFTER = 45;

/** 24-hour shifts from 08:30 to 08:30, officers and leaders in turn; the next officer is backup. */
export function buildRoster(world: DemoWorld, rosterId: string, now: string) {
  const today = localDayNumber(parseInstant(now));
  return Array.from({ length: DAYS_BEFORE + DAYS_AFTER }, (_, index) => {
    const day = today - DAYS_BEFORE + index;
    const pick = (names: readonly string[], turn: number) =>
      world.people[names[(turn + names.length * 1000) % names.length] ?? ''] ?? null;
    // Today's officer is `officer`, so that the first sign-in shows a desk on duty.
    const turn = day - today;
    return {
      id: newId(),
      orgId: world.orgs.bureau ?? '',
      rosterId,
      startsAt: fromLocal(dateOfDay(day), '08:30'),
      endsAt: fromLocal(dateOfDay(day + 1), '08:30'),
      officerId: pick(OFFICERS, turn),
      backupId: pick(OFFICERS, turn + 1),
      leaderId: pick(LEADERS, turn),
    };
  });
}
