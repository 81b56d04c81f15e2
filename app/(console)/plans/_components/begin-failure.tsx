import type { ActionFailure } from '@/lib/access/server/action';
import type { BeginTexts } from './begin-texts';

/** Why no draft was begun; with the way to the one that is open already. */
export function BeginFailure({
  failure,
  texts,
}: {
  failure: Partial<ActionFailure>;
  texts: BeginTexts;
}) {
  const draftId = failure.detail?.draftId;
  const isOpen = failure.reason === 'draft_exists' && typeof draftId === 'string';
  const what = isOpen
    ? texts.draftExists
    : failure.reason === 'plan_key_reserved'
      ? texts.keyReserved
      : failure.code === 'FORBIDDEN'
        ? texts.forbidden
        : texts.failed;
  return (
    <div role="alert" className="rounded-md bg-red-pale px-3 py-2 text-red">
      <p className="font-medium">{what}</p>
      {isOpen && (
        <a href={`/plans/drafts/${draftId}`} className="underline">
          {texts.openDraft}
        </a>
      )}
    </div>
  );
}
