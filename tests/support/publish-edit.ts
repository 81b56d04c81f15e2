import type { PlanEdit } from '@/lib/plan/edit';
import { editDraft, publishDraft, startDraft, submitDraft } from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import type { Institution } from './institution';

/** Incidents of the institution's default plan are logged under this edit of it from here on. */
export async function publishEdit(house: Institution, edit: PlanEdit): Promise<void> {
  const office = await house.actor('office');
  const { key } = await prisma.responsePlan.findFirstOrThrow({
    where: { orgId: office.orgId ?? '', isDefault: true },
  });
  const draft = await startDraft(office, key);
  const edited = await editDraft(office, { ...draft, edit });
  const mark = { draftId: draft.draftId, revision: edited.revision };
  const { revision } = await submitDraft(office, { ...mark, reason: '应急需要' });
  await publishDraft(await house.actor('leader'), { ...mark, revision });
}
