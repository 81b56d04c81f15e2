'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import {
  accountDetails,
  changeOfficialAccount,
  newOfficialAccount,
  registerOfficialAccount,
  resumeOfficialAccount,
  retireOfficialAccount,
} from '@/lib/org/server';

const PAGE = '/groups/accounts';
const mark = z.object({ accountId: z.uuid(), revision: z.coerce.number().int().min(1) });
const reason = z.object({ reason: z.string().trim().min(1).max(200) });

/** Registers an official account; what is wrong with it comes back in the address. */
export async function registerAccountAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const account = parse(newOfficialAccount, data);
  await answering(() => registerOfficialAccount(actor, account));
}

/** Puts the details of an account right. */
export async function changeAccountAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const seen = parse(mark, data);
  const details = parse(accountDetails, data);
  await answering(() => changeOfficialAccount(actor, seen, details));
}

/** Takes an account out of use. */
export async function retireAccountAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const seen = parse(mark, data);
  const because = parse(reason, data);
  await answering(() => retireOfficialAccount(actor, seen, because.reason));
}

/** Takes a retired account into use again. */
export async function resumeAccountAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const seen = parse(mark, data);
  await answering(() => resumeOfficialAccount(actor, seen));
}

/** The form's fields; what is missing comes back in the address. */
function parse<Schema extends z.ZodType>(schema: Schema, data: FormData): z.output<Schema> {
  const lists = {
    publisherRoles: data.getAll('publisherRoles'),
    publisherIds: data.getAll('publisherIds'),
  };
  const parsed = schema.safeParse({ ...Object.fromEntries(data), ...lists });
  if (!parsed.success) redirect(`${PAGE}?fault=incomplete`);
  return parsed.data;
}

async function answering(change: () => Promise<unknown>): Promise<never> {
  let fault = '';
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.code !== 'REFUSED' && error.code !== 'CONFLICT') throw error;
    fault = `?fault=${error.facts.reason ?? 'incomplete'}`;
  }
  revalidatePath(PAGE);
  redirect(`${PAGE}${fault}`);
}
