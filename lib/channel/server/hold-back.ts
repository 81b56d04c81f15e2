import 'server-only';
import { type QuietHours, quietUntil } from '@/lib/notify/quiet-hours';
import type { Db } from '@/lib/platform/db';
import { type Allowance, allowanceOf, personBound } from './allowance';
import { GROUP, type Parcel, type Waiting } from './parcel';

/** Why a message does not go out at once, or not by itself. */
export type HeldBy =
  | 'quiet_hours'
  | 'person_bound'
  | 'recipient_bound'
  | 'channel_rate'
  | 'busy_minutes';

/** Leaves messages to a later moment, with the reason. */
export async function holdBack(
  db: Db,
  ids: readonly string[],
  { heldBy, until }: { heldBy: HeldBy; until: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await db.$executeRaw`UPDATE "OutboxMessage"
    SET "notBefore" = ${until}::timestamptz, "heldBy" = ${heldBy}
    WHERE id = ANY(${[...ids]}::uuid[])`;
}

const idOf = ({ id }: { id: string }) => id;

/** Leaves what is not urgent to the end of the person's quiet hours. */
export async function awake(
  db: Db,
  waiting: readonly Waiting[],
  { quiet }: { quiet: QuietHours | null },
  now: Date,
): Promise<Waiting[]> {
  const until = quietUntil(quiet, now.toISOString());
  if (!until) return [...waiting];
  const held = { heldBy: 'quiet_hours' as const, until: new Date(until) };
  await holdBack(db, waiting.filter(({ urgent }) => !urgent).map(idOf), held);
  return waiting.filter(({ urgent }) => urgent);
}

/** Lets a provider's busy minute pass, except for what is urgent and what time limits ask for. */
export async function patient(
  db: Db,
  waiting: readonly Waiting[],
  busy: string | null,
): Promise<Waiting[]> {
  if (!busy) return [...waiting];
  const isPressing = ({ urgent, rule }: Waiting) => urgent || rule.startsWith('escalation.');
  const held = { heldBy: 'busy_minutes' as const, until: new Date(busy) };
  await holdBack(db, waiting.filter((one) => !isPressing(one)).map(idOf), held);
  return waiting.filter(isPressing);
}

/** What the bounds of one recipient leave: of the person over all channels, and of the provider. */
export async function boundOf(
  db: Db,
  { channelId, recipient, limits }: Pick<Parcel, 'recipient' | 'limits'> & { channelId: string },
  now: Date,
): Promise<Allowance & { heldBy: HeldBy }> {
  const own = await allowanceOf(db, limits.perRecipient, { channelId, recipient }, now);
  const provider = { ...own, heldBy: 'recipient_bound' as const };
  if (recipient === GROUP) return provider;
  const person = await allowanceOf(db, [personBound()], { personId: recipient }, now);
  return provider.room < person.room ? provider : { ...person, heldBy: 'person_bound' as const };
}
