'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/access/server/action';
import { createFeed, renewFeed, revokeFeed } from '@/lib/duty/server';
import { carryOut } from '../form';

const addressOf = (secret: string) => ({ path: `/api/v1/roster/feed/${secret}.ics` });

/** Makes the secret address of a calendar feed: of the own duty, or of one roster. */
export const createFeedAction = action
  .inputSchema(z.strictObject({ rosterId: z.uuid().nullable() }))
  .action(async ({ parsedInput, ctx }) => {
    const { secret } = await createFeed(ctx.actor, parsedInput.rosterId);
    revalidatePath('/roster/feeds');
    return addressOf(secret);
  });

/** Gives a feed a new secret address; the old one ends at once. */
export const renewFeedAction = action
  .inputSchema(z.strictObject({ feedId: z.uuid() }))
  .action(async ({ parsedInput, ctx }) => {
    const { secret } = await renewFeed(ctx.actor, parsedInput.feedId);
    revalidatePath('/roster/feeds');
    return addressOf(secret);
  });

/** Ends a feed at once. */
export async function revokeFeedAction(data: FormData): Promise<void> {
  await carryOut(data, {
    path: '/roster/feeds',
    schema: z.object({ id: z.uuid() }),
    change: async (actor, { id }) => {
      await revokeFeed(actor, id);
      return { done: 'feedRevoked' };
    },
  });
}
