'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { ACCOUNT_ACTS, changeAccount, requireActor } from '@/lib/access/server';
import {
  newOfficialAccount,
  registerOfficialAccount,
  switchOfficialAccount,
} from '@/lib/org/server';

const form = z.object({ userId: z.uuid(), act: z.enum(ACCOUNT_ACTS) });

/** What the buttons beside an account do. */
export async function changeAccountAction(data: FormData): Promise<void> {
  const { userId, act } = form.parse(Object.fromEntries(data));
  await changeAccount(await requireActor(), userId, act);
  revalidatePath('/admin');
}

/** Registers an official account; what is wrong with it comes back in the address. */
export async function registerAccountAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = newOfficialAccount.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/admin?fault=incomplete');
  try {
    await registerOfficialAccount(actor, parsed.data);
  } catch (error) {
    if (error instanceof Problem && error.code === 'REFUSED') redirect('/admin?fault=taken');
    throw error;
  }
  redirect('/admin');
}

const accountSwitch = z.object({ accountId: z.uuid(), active: z.stringbool() });

/** Takes an official account out of use or back. */
export async function switchAccountAction(data: FormData): Promise<void> {
  const { accountId, active } = accountSwitch.parse(Object.fromEntries(data));
  await switchOfficialAccount(await requireActor(), accountId, active);
  revalidatePath('/admin');
}
