'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { fromDateTimeLocal } from '@/lib/i18n/format';
import { COPY_PLATFORMS } from '@/lib/wording/platforms';
import { WORKSHOP_REFUSALS } from '@/lib/wording/refusal';
import {
  acknowledgementInput,
  addWord,
  changeCopyLimits,
  copyLimitsInput,
  decideAcknowledgement,
  proposeAcknowledgement,
  removeWord,
  revokeAcknowledgement,
  wordInput,
} from '@/lib/wording/server';

const PLACE = '/plans/wording';

/** Puts a word on the institution's list; answers why not, or null. */
export async function addWordAction(data: FormData): Promise<string | null> {
  const actor = await requireActor();
  const parsed = wordInput.safeParse(fieldsOf(data));
  return parsed.success ? saying(() => addWord(actor, parsed.data)) : sayInvalid();
}

/** Takes a word off the list. */
export async function removeWordAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const wordId = z.uuid().safeParse(data.get('wordId'));
  if (!wordId.success) redirect(`${PLACE}?fault=invalid`);
  await answering(() => removeWord(actor, wordId.data), PLACE);
}

/** Sets how long a text may be on each platform; an empty field is no limit. Answers why not, or null. */
export async function limitsAction(data: FormData): Promise<string | null> {
  const actor = await requireActor();
  const figure = (name: string) => {
    const typed = String(data.get(name) ?? '').trim();
    return typed === '' ? null : Number(typed);
  };
  const entries = COPY_PLATFORMS.map((platform) => [
    platform,
    { title: figure(`${platform}.title`), body: figure(`${platform}.body`) },
  ]);
  const parsed = copyLimitsInput.safeParse(Object.fromEntries(entries));
  return parsed.success ? saying(() => changeCopyLimits(actor, parsed.data)) : sayInvalid();
}

/** Puts a text for first replies to the leader; answers why not, or null. */
export async function proposeAction(data: FormData): Promise<string | null> {
  const actor = await requireActor();
  const { validUntil, key, ...fields } = fieldsOf(data);
  const at = fromDateTimeLocal(`${String(validUntil)}T23:59`);
  const replaced = key ? { key } : {};
  const parsed = acknowledgementInput.safeParse({ ...fields, ...replaced, validUntil: at });
  return parsed.success ? saying(() => proposeAcknowledgement(actor, parsed.data)) : sayInvalid();
}

const acknowledgementId = z.uuid();
const decision = z.discriminatedUnion('act', [
  z.object({ acknowledgementId, act: z.enum(['agreed', 'revoked']) }),
  z.object({
    acknowledgementId,
    act: z.literal('refused'),
    reason: z.string().trim().min(1).max(200),
  }),
]);

/** The leader agrees or refuses; the office takes a text out of use. */
export async function decideAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = decision.safeParse(fieldsOf(data));
  if (!parsed.success) redirect(`${PLACE}?fault=invalid`);
  const { acknowledgementId: id, act } = parsed.data;
  const reason = act === 'refused' ? parsed.data.reason : null;
  await answering(
    () =>
      act === 'revoked'
        ? revokeAcknowledgement(actor, id)
        : decideAcknowledgement(actor, id, act, reason),
    PLACE,
  );
}

/** Fields people filled in; what the browser adds of its own is left out. */
const fieldsOf = (data: FormData) =>
  Object.fromEntries([...data].filter(([name]) => !name.startsWith('$')));

const sayInvalid = async (): Promise<string> => (await getTranslations('workshop'))('invalid');

/** Carries out a change; answers in words why it was refused, or null. */
async function saying(change: () => Promise<unknown>): Promise<string | null> {
  try {
    await change();
  } catch (error) {
    const refused =
      error instanceof Problem && WORKSHOP_REFUSALS.find((one) => one === error.facts.reason);
    if (!refused) throw error;
    return (await getTranslations('refusals'))(refused);
  }
  revalidatePath(PLACE);
  return null;
}

/** Carries out a change; why it was refused comes back in the address. */
async function answering(change: () => Promise<unknown>, href: string): Promise<void> {
  let fault = '';
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Problem) || !error.facts.reason) throw error;
    const join = href.includes('?') ? '&' : '?';
    fault = `${join}fault=${error.facts.reason}`;
  }
  revalidatePath('/plans/wording');
  redirect(`${href}${fault}`);
}
