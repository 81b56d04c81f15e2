import 'server-only';
import { invalidInput, Problem } from '@/lib/access/problem';
import { currentCalendar } from '@/lib/calendar/server';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { normsFor } from '../norms';
import { presets } from '../presets';
import type { ResponsePlan } from '../schema';
import { simulate, type Trial } from '../simulate';
import { resolveTrial, trialInput } from '../trial-input';
import { findDraft } from './draft-rows';
import { orgWith } from './people';
import { findCurrentPlan } from './versions';

/**
 * Tries an institution's plan, or a preset as the institution would adopt it, on a case. Nothing
 * is stored.
 *
 * @param body a case as `trialInput` describes it.
 * @throws Problem NOT_FOUND for an unknown plan; INVALID_INPUT with the places.
 */
export async function trialOf(orgId: string, key: string, body: unknown): Promise<Trial> {
  const plan = await findPlanToTry(orgId, key);
  if (!plan) throw new Problem('NOT_FOUND');
  return tryPlan(plan, orgId, body);
}

/** Tries a draft as it stands. Throws as `trialOf`, FORBIDDEN without the right to edit plans. */
export async function trialOfDraft(actor: Actor, draftId: string, body: unknown): Promise<Trial> {
  const orgId = orgWith(actor, 'plan:edit');
  const { plan } = await findDraft(prisma, orgId, draftId);
  return tryPlan(plan, orgId, body);
}

async function tryPlan(plan: ResponsePlan, orgId: string, body: unknown): Promise<Trial> {
  const given = trialInput.safeParse(body);
  if (!given.success) throw invalidInput(given.error.issues);
  const resolved = resolveTrial(plan, given.data);
  if (!resolved.ok) throw new Problem('INVALID_INPUT', { errors: resolved.problems });
  return simulate(plan, resolved.trial, await currentCalendar(orgId));
}

/** The adopted plan by key, else the preset under the norms that bind this kind of institution. */
export async function findPlanToTry(orgId: string, key: string): Promise<ResponsePlan | null> {
  const pinned = await findCurrentPlan(prisma, orgId, key);
  if (pinned) return pinned.plan;
  const preset = presets.get(key.toLowerCase());
  if (!preset) return null;
  const { kind } = await prisma.org.findUniqueOrThrow({
    where: { id: orgId },
    select: { kind: true },
  });
  return { ...preset, norms: [...normsFor(kind)] };
}
