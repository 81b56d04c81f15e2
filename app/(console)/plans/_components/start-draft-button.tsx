import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { beginTexts } from './begin-texts';
import { StartDraft } from './start-draft';

/**
 * 修改预案: begins the next version of a plan in use, or goes on with the draft that is open.
 * Only for people who hold `plan:edit`.
 */
export async function StartDraftButton({
  planKey,
  openDraftId,
}: {
  planKey: string;
  openDraftId: string | null;
}) {
  const t = await getTranslations('planVersions');
  if (openDraftId) {
    return <LinkButton href={`/plans/drafts/${openDraftId}`}>{t('begin.continue')}</LinkButton>;
  }
  return <StartDraft planKey={planKey} label={t('begin.change')} texts={await beginTexts()} />;
}
