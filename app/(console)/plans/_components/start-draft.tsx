'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import type { ActionFailure } from '@/lib/access/server/action';
import { startPlanDraft } from '../actions';
import { BeginFailure } from './begin-failure';
import type { BeginTexts } from './begin-texts';

/** Begins a draft of a plan in use and opens it. */
export function StartDraft({
  planKey,
  label,
  texts,
}: {
  planKey: string;
  label: string;
  texts: BeginTexts;
}) {
  const router = useRouter();
  const [failure, setFailure] = useState<Partial<ActionFailure> | null>(null);
  const [isBusy, startTransition] = useTransition();
  const begin = () =>
    startTransition(async () => {
      const answer = await startPlanDraft({ planKey }).catch(() => undefined);
      if (answer?.data) return router.push(`/plans/drafts/${answer.data.draftId}?part=obligations`);
      // Somebody began it a moment ago: that is the draft to go on with.
      const { reason, detail } = answer?.serverError ?? {};
      if (reason === 'draft_exists' && detail?.draftId) {
        return router.push(`/plans/drafts/${String(detail.draftId)}`);
      }
      setFailure(answer?.serverError ?? {});
    });
  return (
    <>
      <Button onClick={begin} disabled={isBusy} aria-busy={isBusy}>
        {label}
      </Button>
      {failure && <BeginFailure failure={failure} texts={texts} />}
    </>
  );
}
