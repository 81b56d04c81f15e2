'use server';

import { z } from 'zod';
import { action } from '@/lib/access/server/action';
import { findByUrl } from '@/lib/incident/server';
import { canonicalUrl } from '@/lib/mention/normalize';

/** Whether the same address has been logged in an incident this person may see. */
export const findSamePost = action
  .inputSchema(z.strictObject({ url: z.string().max(2000) }))
  .action(async ({ parsedInput, ctx }) => {
    const normalized = canonicalUrl(parsedInput.url);
    return normalized ? findByUrl(ctx.actor, normalized) : null;
  });
