import { expect } from 'vitest';
import { Problem } from '@/lib/access/problem';
import { adoptAsDraft, editDraft, submitDraft } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import type { ClockWorld } from './clock-world';

/** Everything an adopted plan is, for "stays as it was". */
async function standing() {
  const plans = await prisma.responsePlan.findMany({ orderBy: { key: 'asc' } });
  const versions = await prisma.planVersion.findMany({ orderBy: { id: 'asc' } });
  return { plans, versions };
}

/** Why it was refused, and that nothing of the plans in use changed. */
export async function refusal(attempt: () => Promise<unknown>) {
  const before = await standing();
  const error = await attempt().then(
    () => new Error('it was carried out'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Problem)) throw error;
  expect(await standing()).toEqual(before);
  return { code: error.code, ...error.facts };
}

export const eightHours = {
  do: 'change',
  list: 'obligations',
  name: 'positive_reply',
  fields: { amount: 8 },
} as const;

/** P21 under its own key with 8 h in place of 12, handed over by the office. */
export async function submitted(world: ClockWorld, key: string) {
  const office = await world.actor('office');
  const { draftId } = await adoptAsDraft(office, { presetKey: 'p21', key });
  const edited = await editDraft(office, { draftId, revision: 1, edit: eightHours });
  const reason = '县里要求当天答复,联系人 13800138000';
  const { revision } = await submitDraft(office, { draftId, revision: edited.revision, reason });
  return { draftId, revision, key };
}

/** Ends every draft that is being worked on, past the product. */
export async function endDrafts(): Promise<void> {
  await prisma.planDraft.updateMany({
    where: { state: { in: ['draft', 'submitted'] } },
    data: { state: 'discarded' },
  });
}
