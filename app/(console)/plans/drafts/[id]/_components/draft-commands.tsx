import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import type { DraftView } from '@/lib/plan/server';
import { ChangeList, type ShownChange } from '../../../_components/change-list';
import { Decide } from './decide';
import type { FindingView } from './editor-view';

/** What can be done with the draft as a whole, for this person. */
export async function DraftCommands({
  draft,
  changes,
  findings,
}: {
  draft: DraftView;
  changes: readonly ShownChange[];
  findings: readonly FindingView[];
}) {
  const t = await getTranslations('planEditor');
  const { id: draftId, revision, key: planKey } = draft;
  const door = { draftId, revision, planKey };
  const open = findings.filter((one) => one.severity !== 'note');
  return (
    <>
      <LinkButton href={`/plans/drafts/${draftId}/simulate`}>{t('preview')}</LinkButton>
      {draft.mayEdit && (
        <>
          <Decide decision="discard" {...door}>
            <p>{t('discardAsk', { count: changes.length })}</p>
          </Decide>
          <Decide decision="submit" disabled={!draft.maySubmit} {...door}>
            <h3 className="font-medium">{t('changes', { count: changes.length })}</h3>
            <div className="max-h-60 overflow-y-auto">
              <ChangeList changes={changes} />
            </div>
            {open.length > 0 && (
              <>
                <h3 className="font-medium">{t('openFindings', { count: open.length })}</h3>
                <ul className="max-h-40 list-disc space-y-1 overflow-y-auto ps-5 text-amber">
                  {open.map((one) => (
                    <li key={one.message}>{one.message}</li>
                  ))}
                </ul>
              </>
            )}
          </Decide>
        </>
      )}
      {draft.mayReturn && (
        <Decide decision="return" {...door}>
          <p>{t('returnAsk')}</p>
        </Decide>
      )}
      {draft.mayPublish && (
        <Decide decision="publish" offersDefault {...door}>
          <p>{t('publishAsk')}</p>
          <div className="max-h-60 overflow-y-auto">
            <ChangeList changes={changes} />
          </div>
        </Decide>
      )}
    </>
  );
}
