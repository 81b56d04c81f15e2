'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { COPY_PLATFORMS } from '@/lib/wording/platforms';
import {
  addWord,
  changeCopyLimits,
  copyLimitsInput,
  removeWord,
  wordInput,
} from '@/lib/wording/server';

const PLACE = '/plans/wording';

/** Puts a word on the institution's list. */
export async function addWordAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = wordInput.safeParse(fieldsOf(data));
  if (!parsed.success) redirect(`${PLACE}?fault=invalid`);
  await answering(() => addWord(actor, parsed.data), PLACE);
}

/** Takes a word off the list. */
export async function removeWordAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const wordId = z.uuid().safeParse(data.get('wordId'));
  if (!wordId.success) redirect(`${PLACE}?fault=invalid`);
  await answering(() => removeWord(actor, wordId.data), PLACE);
}

/** Sets how long a text may be on each platform; an empty field is no limit. */
export async function limitsAction(data: FormData): Promise<void> {
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
  if (!parsed.success) redirect(`${PLACE}?fault=invalid`);
  await answering(() => changeCopyLimits(actor, parsed.data), PLACE);
}

/** Fields people filled in; what the browser adds of its own is left out. */
const fieldsOf = (data: FormData) =>
  Object.fromEntries([...data].filter(([name]) => !name.startsWith('$')));

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
