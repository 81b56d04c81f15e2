import 'server-only';
import type { Db } from '@/lib/platform/db';
import { clip, effectiveShifts } from '../effective';
import { PLACES, type Place, type Span } from '../resolve';
import { refuseRoster } from './change-roster';
import { loadLeaves, loadRows } from './rows';

interface Held extends Span {
  orgId: string;
  rosterId: string;
  place: Place;
  askedBy: string;
  colleagueId: string;
}

/**
 * Both hold what they give, wholly, and neither has other duty or leave in what it takes.
 * Throws `Problem` REFUSED `swap_not_held`, `colleague_not_free`.
 */
export async function requireHeld(tx: Db, swap: Held, inReturn: Span | undefined): Promise<void> {
  const spans = [swap, ...(inReturn ? [inReturn] : [])];
  const from = spans.map((one) => one.startsAt).sort()[0] ?? swap.startsAt;
  const to =
    spans
      .map((one) => one.endsAt)
      .sort()
      .at(-1) ?? swap.endsAt;
  const rows = await loadRows(tx, { orgId: swap.orgId, from, to });
  const leaves = await loadLeaves(tx, swap.orgId, from, to);
  const mine = rows.filter((row) => row.rosterId === swap.rosterId);
  const [lived, all] = [effectiveShifts(mine, leaves), effectiveShifts(rows)];
  const check = (span: Span, giver: string, taker: string) => {
    const touched = lived.filter((shift) => clip(shift, span.startsAt, span.endsAt));
    const held = touched.filter((shift) => shift[`${swap.place}Id`] === giver);
    const length = ({ startsAt, endsAt }: Span) => Date.parse(endsAt) - Date.parse(startsAt);
    const given = held.map((shift) => clip(shift, span.startsAt, span.endsAt) ?? shift);
    const total = given.reduce((sum, part) => sum + length(part), 0);
    if (total !== length(span)) throw refuseRoster('swap_not_held');
    const isBusy = all.some(
      (shift) =>
        clip(shift, span.startsAt, span.endsAt) &&
        PLACES.some((place) => shift[`${place}Id`] === taker),
    );
    const isAway = leaves.some(
      (leave) => leave.personId === taker && clip(leave, span.startsAt, span.endsAt),
    );
    if (isBusy || isAway) throw refuseRoster('colleague_not_free');
  };
  check(swap, swap.askedBy, swap.colleagueId);
  if (inReturn) check(inReturn, swap.colleagueId, swap.askedBy);
}
