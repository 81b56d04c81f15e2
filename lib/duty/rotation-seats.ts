import type { DayKind } from '@/lib/calendar/day-kind';
import { type Leave, type ReadRow, readEdges, type Span } from './resolve';

/** One place to fill; `rest` in milliseconds, needed before the next shift of the same person. */
export interface RotationSlot extends Span {
  day: DayKind['kind'];
  rest: number;
}

/** Time a person gives already; with `rests` it needs rest around it. */
type Taken = Span & { personId: string; rests: boolean };

export interface SeatsWish {
  slots: readonly RotationSlot[];
  people: readonly string[];
  leaves: readonly Leave[];
  taken: readonly Taken[];
}

/** What one day more costs a person: squares make the spread small, the rarer day first. */
const WEIGHTS = { holiday: 400, weekend: 400, make_up: 60, workday: 0 } as const;
const FREE_DAY_WEIGHT = 100;
const ALL_WEIGHT = 5;
const UNFILLED = 1e9;
const ORDER = ['holiday', 'weekend', 'make_up', 'workday'] as const;
const MOST_ROUNDS = 30;

/**
 * Whom to give each slot of one place, by index; null where nobody is free. Days off are given out
 * first, each to whom it costs least; then slots change hands, one person making room for another
 * where needed, as long as the whole becomes fairer.
 */
export function seatRotation(wish: SeatsWish): (string | null)[] {
  const table = new Seating(wish);
  for (const kind of ORDER) {
    for (const [slot, { day }] of wish.slots.entries()) if (day === kind) table.seatCheapest(slot);
  }
  for (let round = 0; round < MOST_ROUNDS && (table.improve() || table.passOn()); round += 1);
  return table.holders.map((person) => (person === null ? null : (wish.people[person] ?? null)));
}

class Seating {
  /** Index of the person that holds each slot. */
  readonly holders: (number | null)[];
  private readonly slots: ReadRow<RotationSlot>[];
  private readonly counts: Record<DayKind['kind'], number>[];
  /** Slots too near each other for one person. */
  private readonly near: number[][];
  /** Who is free for each slot as far as leave and other duties go. */
  private readonly free: boolean[][];

  constructor({ slots, people, leaves, taken }: SeatsWish) {
    this.slots = readEdges(slots);
    this.holders = slots.map(() => null);
    this.counts = people.map(() => ({ holiday: 0, weekend: 0, make_up: 0, workday: 0 }));
    this.near = this.slots.map((a, one) =>
      this.slots.flatMap((b, two) => (one !== two && isNear(a, b, a.row.rest) ? [two] : [])),
    );
    const away = readEdges(leaves);
    const busy = readEdges(taken);
    this.free = this.slots.map((slot) =>
      people.map(
        (person) =>
          !away.some((one) => one.row.personId === person && isNear(one, slot, 0)) &&
          !busy.some(
            (one) =>
              one.row.personId === person && isNear(one, slot, one.row.rests ? slot.row.rest : 0),
          ),
      ),
    );
  }

  seatCheapest(slot: number): boolean {
    const [person] = this.freeFor(slot);
    if (person === undefined) return false;
    this.give(slot, person);
    return true;
  }

  /** One round of changes; whether any made the whole fairer. */
  improve(): boolean {
    let isBetter = false;
    for (const slot of this.slots.keys()) {
      for (const person of this.counts.keys()) {
        if (this.tryGiving(slot, person)) isBetter = true;
      }
    }
    return isBetter;
  }

  /** Gives a slot to another, whose slots nearby go to whom they cost least; undone if no better. */
  private tryGiving(slot: number, person: number): boolean {
    const holder = this.holders[slot] ?? null;
    if (holder === person || !this.free[slot]?.[person]) return false;
    const moved = [slot, ...(this.near[slot] ?? []).filter((one) => this.holders[one] === person)];
    const before = moved.map((one) => this.holders[one] ?? null);
    let cost = 0;
    for (const one of moved) cost -= this.take(one);
    cost += this.give(slot, person);
    for (const one of moved.slice(1)) {
      const [next] = this.freeFor(one);
      cost += next === undefined ? UNFILLED : this.give(one, next);
    }
    if (cost < 0) return true;
    for (const one of moved) this.take(one);
    for (const [index, one] of moved.entries()) {
      const old = before[index];
      if (old !== null && old !== undefined) this.give(one, old);
    }
    return false;
  }

  /** Lets days of one kind wander from hand to hand, where none could be given directly. */
  passOn(): boolean {
    return [...this.counts.keys()].some((from) =>
      ORDER.some((day) => {
        const cameBy = this.reach(from, day);
        const to = [...cameBy.keys()].find((one) => this.gain(day, from, one) < 0);
        if (to === undefined) return false;
        for (let person = to; person !== from; ) {
          const slot = cameBy.get(person) ?? 0;
          const before = this.holders[slot] ?? from;
          this.take(slot);
          this.give(slot, person);
          person = before;
        }
        return true;
      }),
    );
  }

  /** By which slot of a kind each person can be reached from one, breadth first. */
  private reach(from: number, day: DayKind['kind']): Map<number, number> {
    const cameBy = new Map<number, number>();
    const queue = [from];
    for (const person of queue) {
      for (const [slot, holder] of this.holders.entries()) {
        if (holder !== person || this.slots[slot]?.row.day !== day) continue;
        for (const next of this.freeFor(slot)) {
          if (next === from || next === person || cameBy.has(next)) continue;
          cameBy.set(next, slot);
          queue.push(next);
        }
      }
    }
    return cameBy;
  }

  /** What it costs when one person has a day of this kind less and another one more. */
  private gain(day: DayKind['kind'], from: number, to: number): number {
    const [less, more] = [this.counts[from], this.counts[to]];
    if (!less || !more) return 0;
    less[day] -= 1;
    const cost = this.priceOf(day, to) - this.priceOf(day, from);
    less[day] += 1;
    return cost;
  }

  /** Who can hold a slot, the cheapest first; among equals who had duty longest ago. */
  private freeFor(slot: number): number[] {
    const near = this.near[slot] ?? [];
    return [...this.counts.keys()]
      .filter((one) => this.free[slot]?.[one] && !near.some((at) => this.holders[at] === one))
      .map((one) => ({ one, price: this.price(slot, one), last: this.lastBefore(slot, one) }))
      .sort((a, b) => a.price - b.price || a.last - b.last || a.one - b.one)
      .map(({ one }) => one);
  }

  private lastBefore(slot: number, person: number): number {
    for (let one = slot - 1; one >= 0; one -= 1) if (this.holders[one] === person) return one;
    return -1;
  }

  /** What the sum of squares grows by when a person takes a slot on top of what it holds. */
  private price(slot: number, person: number): number {
    return this.priceOf(this.slots[slot]?.row.day ?? 'workday', person);
  }

  private priceOf(day: DayKind['kind'], person: number): number {
    const count = this.counts[person];
    if (!count) return 0;
    const isOff = day === 'holiday' || day === 'weekend';
    const off = count.holiday + count.weekend;
    const all = off + count.make_up + count.workday;
    const grow = (held: number) => 2 * held + 1;
    return (
      WEIGHTS[day] * grow(count[day]) +
      (isOff ? FREE_DAY_WEIGHT * grow(off) : 0) +
      ALL_WEIGHT * grow(all)
    );
  }

  private give(slot: number, person: number): number {
    const cost = this.price(slot, person);
    const day = this.slots[slot]?.row.day ?? 'workday';
    const count = this.counts[person];
    if (count) count[day] += 1;
    this.holders[slot] = person;
    return cost;
  }

  /** Empties a slot and answers what it cost its holder. */
  private take(slot: number): number {
    const person = this.holders[slot] ?? null;
    if (person === null) return UNFILLED;
    const count = this.counts[person];
    if (count) count[this.slots[slot]?.row.day ?? 'workday'] -= 1;
    this.holders[slot] = null;
    return this.price(slot, person);
  }
}

/** Whether two times lie so near that less than `rest` is between them. */
function isNear(a: ReadRow<Span>, b: ReadRow<Span>, rest: number): boolean {
  return a.start < b.end + rest && b.start < a.end + rest;
}
