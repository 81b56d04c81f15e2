import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { holdsPermission } from '@/lib/access/policy';
import type { Actor } from '@/lib/incident/context';
import type { Label } from '@/lib/plan/schema';
import { listDrafts } from '@/lib/plan/server';
import { AdoptButton } from '../../_components/adopt-button';
import { StartDraftButton } from '../../_components/start-draft-button';

/** What can be done with a plan from its page: adopt or change it, look at its versions. */
export async function PlanCommands({
  planKey,
  title,
  isAdopted,
  actor,
}: {
  planKey: string;
  title: Label;
  isAdopted: boolean;
  actor: Actor;
}) {
  const t = await getTranslations('plans');
  const mayEdit = holdsPermission(actor, 'plan:edit');
  const drafts = mayEdit ? await listDrafts(actor) : [];
  const open = drafts.find((one) => one.key === planKey.toLowerCase());
  const adopts = mayEdit && !isAdopted && !open;
  return (
    <>
      {isAdopted && <LinkButton href={`/plans/${planKey}/versions`}>{t('versions')}</LinkButton>}
      {mayEdit && !adopts && <StartDraftButton planKey={planKey} openDraftId={open?.id ?? null} />}
      {adopts && <AdoptButton presetKey={planKey.toLowerCase()} title={title} />}
    </>
  );
}
