'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requireActor } from '@/lib/access/server';
import { acknowledge, acknowledgeOwed, markRead, pageOf } from '@/lib/notify/server';

const form = z.object({ noticeId: z.uuid() });
const noticeOf = (data: FormData) => form.parse(Object.fromEntries(data)).noticeId;

/** Marks a notice as read and leads to where it is dealt with. */
export async function openNotice(data: FormData): Promise<void> {
  const actor = await requireActor();
  const noticeId = noticeOf(data);
  const page = await pageOf(actor, noticeId);
  if (page) await markRead(actor, [noticeId]);
  redirect(page ?? '/notifications');
}

/** Acknowledges the escalation a notice tells of. */
export async function acknowledgeNotice(data: FormData): Promise<void> {
  await acknowledge(await requireActor(), noticeOf(data));
  revalidatePath('/', 'layout');
}

const owed = z.object({ deadlineId: z.uuid() });

/** Acknowledges the escalation a message outside told of; its page says what is owed now. */
export async function acknowledgeOwedAction(data: FormData): Promise<void> {
  const { deadlineId } = owed.parse(Object.fromEntries(data));
  await acknowledgeOwed(await requireActor(), deadlineId);
  revalidatePath('/', 'layout');
}

export async function markAllRead(): Promise<void> {
  await markRead(await requireActor(), 'all');
  revalidatePath('/', 'layout');
}
