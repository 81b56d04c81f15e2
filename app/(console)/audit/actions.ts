'use server';

import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { action } from '@/lib/access/server/action';
import { type CheckedStream, verifyForActor } from '@/lib/audit/server/verify';
import { realNow } from '@/lib/platform/clock';

const request = z.strictObject({ streams: z.array(z.string().max(100)).min(1).max(60) });

/** What one check of a stream found, and how long it took. */
export type Checked = CheckedStream & { milliseconds: number; at: string };

/** Checks streams this person may check; one that is gone or not theirs comes back at fault. */
export const verifyStreams = action
  .inputSchema(request)
  .action(async ({ parsedInput, ctx }): Promise<Checked[]> => {
    const checked: Checked[] = [];
    for (const stream of parsedInput.streams) {
      const started = performance.now();
      const finding = await verifyForActor(ctx.actor, stream).catch((error: unknown) => {
        if (error instanceof Problem) return missing(stream);
        throw error;
      });
      const milliseconds = Math.round(performance.now() - started);
      checked.push({ ...finding, milliseconds, at: realNow() });
    }
    return checked;
  });

function missing(stream: string): CheckedStream {
  const firstBad = { seq: null, reason: 'head' as const, expected: '', found: '' };
  return { ok: false, stream, events: 0, firstBad };
}
