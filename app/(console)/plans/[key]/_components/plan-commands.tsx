import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { requireActor } from '@/lib/access/server';
import type { Label } from '@/lib/plan/schema';
import { listDrafts } from '@/lib/plan/server';
import { AdoptButton } from '../../_components/adopt-button';
import { StartDraftButton } from '../../_components/start-draft-button';

/** What can be done with a plan from its page: adopt or change it, look at its versions. */
export async function PlanCommands({
  planKey,
  title,
  isAdopted,
  mayEdit,
}: {
  planKey: string;
  title: Label;
  isAdopted: boolean;
  mayEdit: boolean;
}) {
  const t = await getTranslations('plans');
  const drafts = mayEdit ? await listDrafts(await requireActor()) : [];
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
