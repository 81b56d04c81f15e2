import { z } from 'zod';
import { command } from '../definition';
import { HOLD_KINDS } from '../guard-keys';
import { id, text } from '../input';
import type { HoldRow, IncidentState } from '../model';

export const isHolding = ({ liftedAt }: HoldRow): boolean => liftedAt === null;

const hasAuthors = (state: IncidentState): boolean =>
  state.mentions.some((one) => one.authorSealed !== null);

/** 保全、争议: author fields are kept beyond their time, for a reason that stays on record. */
export const placeHold = command({
  input: z.strictObject({ kind: z.enum(HOLD_KINDS), reason: text(1000) }),
  offered: hasAuthors,
  decide(decision, { kind, reason }) {
    const isHeld = decision.state.holds.some((one) => isHolding(one) && one.kind === kind);
    decision.refuseIf(isHeld, 'already_exists');
    decision.emit('hold.placed', {
      id: decision.newId(),
      kind,
      placedBy: decision.me,
      placedAt: decision.now,
      liftedBy: null,
      liftedAt: null,
      text: { reason, liftReason: null },
    });
  },
});

export const liftHold = command({
  input: z.strictObject({ holdId: id, reason: text(1000) }),
  offered: (state) => state.holds.some(isHolding),
  decide(decision, { holdId, reason }) {
    const hold = decision.find('holds', holdId);
    decision.refuseIf(!isHolding(hold), 'already_decided');
    decision.emit('hold.lifted', {
      id: hold.id,
      liftedBy: decision.me,
      liftedAt: decision.now,
      text: { liftReason: reason },
    });
  },
});

/**
 * The display names of posters go when their time is over and nothing holds them (guard 5). Given
 * by the clock alone; the door destroys the key they are sealed under in the same transaction.
 */
export const eraseAuthors = command({
  input: z.strictObject({ retentionDays: z.int().min(1).max(3650) }),
  offered: () => false,
  isInternal: true,
  decide(decision, { retentionDays }) {
    const { incident, mentions, holds } = decision.state;
    const endedAt = incident.closedAt ?? incident.dismissedAt;
    const kept = retentionDays * 86_400_000;
    const isOver = endedAt !== null && Date.parse(endedAt) + kept <= Date.parse(decision.now);
    decision.refuseIf(!isOver, 'incident_not_ended');
    decision.refuseIf(holds.some(isHolding), 'authors_held');
    const named = mentions.filter((one) => one.authorSealed !== null);
    decision.refuseIf(named.length === 0, 'already_decided');
    decision.emit('authors.erased', { mentionIds: named.map((one) => one.id), retentionDays });
  },
});
