'use server';

import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { action } from '@/lib/access/server/action';
import { trialOf, trialOfDraft } from '@/lib/plan/server';
import { trialView } from '@/lib/plan/trial-view';

const how = { locale: z.enum(['zh-CN', 'en']), body: z.record(z.string(), z.unknown()) };
const request = z.union([
  z.strictObject({ key: z.string().min(1).max(64), ...how }),
  z.strictObject({ draftId: z.uuid(), ...how }),
]);

/** Tries a plan or a draft on a case; nothing is stored. The same as `POST /plans/{key}/simulate`. */
export const tryPlan = action.inputSchema(request).action(async ({ parsedInput, ctx }) => {
  const { orgId } = ctx.actor;
  if (!orgId || !holdsPermission(ctx.actor, 'plan:read')) throw new Problem('FORBIDDEN');
  const { locale, body } = parsedInput;
  const trial =
    'draftId' in parsedInput
      ? await trialOfDraft(ctx.actor, parsedInput.draftId, body)
      : await trialOf(orgId, parsedInput.key, body);
  return trialView(trial, locale);
});
