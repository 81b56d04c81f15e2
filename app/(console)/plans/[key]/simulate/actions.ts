'use server';

import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { action } from '@/lib/access/server/action';
import { trialOf } from '@/lib/plan/server';
import { trialView } from '@/lib/plan/trial-view';

const request = z.strictObject({
  key: z.string().min(1).max(64),
  locale: z.enum(['zh-CN', 'en']),
  body: z.record(z.string(), z.unknown()),
});

/** Tries a plan on a case; nothing is stored. The same as `POST /plans/{key}/simulate`. */
export const tryPlan = action.inputSchema(request).action(async ({ parsedInput, ctx }) => {
  const { orgId } = ctx.actor;
  if (!orgId || !holdsPermission(ctx.actor, 'plan:read')) throw new Problem('FORBIDDEN');
  const { key, locale, body } = parsedInput;
  return trialView(await trialOf(orgId, key, body), locale);
});
