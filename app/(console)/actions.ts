'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { action } from '@/lib/access/server/action';
import { changeIncident } from '@/lib/incident/server';

const request = z.strictObject({
  incidentId: z.uuid().nullable(),
  type: z.string().min(1).max(60),
  input: z.record(z.string(), z.unknown()),
  expectedVersion: z.int().optional(),
});

/** Gives one command to the door; the same schemas and rules as the API. */
export const runCommand = action.inputSchema(request).action(async ({ parsedInput, ctx }) => {
  const result = await changeIncident({ actor: ctx.actor, ...parsedInput });
  revalidatePath('/', 'layout');
  return result;
});
