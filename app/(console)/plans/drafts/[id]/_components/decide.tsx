'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState, useTransition } from 'react';
import { Button, type ButtonVariant } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/choices';
import { Dialog } from '@/components/ui/dialog';
import { Textarea } from '@/components/ui/inputs';
import { ErrorBanner } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast';
import {
  discardPlanDraft,
  publishPlanDraft,
  returnPlanDraft,
  submitPlanDraft,
} from '../../../actions';

export type Decision = 'submit' | 'return' | 'publish' | 'discard';

const ASKS_REASON: readonly Decision[] = ['submit', 'return'];
const LOOK: Record<Decision, ButtonVariant> = {
  submit: 'primary',
  return: 'secondary',
  publish: 'primary',
  discard: 'quiet',
};

/** What a draft waits for: a button, and a dialog that shows what it is about. */
export function Decide({
  decision,
  draftId,
  revision,
  planKey,
  disabled = false,
  offersDefault = false,
  children,
}: {
  decision: Decision;
  draftId: string;
  revision: number;
  planKey: string;
  disabled?: boolean;
  offersDefault?: boolean;
  children: ReactNode;
}) {
  const t = useTranslations('planEditor');
  const ui = useTranslations('ui');
  const refusals = useTranslations('refusals');
  const problems = useTranslations('problems');
  const router = useRouter();
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  const give = async (reason: string, makeDefault: boolean) => {
    const seen = { draftId, revision };
    switch (decision) {
      case 'submit':
        return submitPlanDraft({ ...seen, reason });
      case 'return':
        return returnPlanDraft({ ...seen, reason });
      case 'publish':
        return publishPlanDraft({ ...seen, makeDefault });
      default:
        return discardPlanDraft(seen);
    }
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const dialog = event.currentTarget.closest('dialog');
    const data = new FormData(event.currentTarget);
    const reason = String(data.get('reason') ?? '').trim();
    if (ASKS_REASON.includes(decision) && !reason) return setFailure(t('reasonNeeded'));
    startTransition(async () => {
      const answer = await give(reason, data.get('makeDefault') === 'on').catch(() => undefined);
      if (answer?.data) {
        setFailure(null);
        dialog?.close();
        toast(t(`done.${decision}`));
        if (decision === 'publish') router.push(`/plans/${planKey}`);
        else if (decision === 'discard') router.push('/plans');
        else router.refresh();
        return;
      }
      const error = answer?.serverError;
      setFailure(error?.reason ? refusals(error.reason) : problems(error?.code ?? 'UNAVAILABLE'));
    });
  };
  return (
    <Dialog
      trigger={t(`decide.${decision}`)}
      title={t(`decideTitle.${decision}`)}
      closeLabel={ui('close')}
      variant={LOOK[decision]}
      disabled={disabled}
    >
      <form noValidate onSubmit={submit} className="space-y-4">
        {children}
        {ASKS_REASON.includes(decision) && (
          <Textarea
            id={`${decision}-reason`}
            name="reason"
            label={t(`reason.${decision}`)}
            hint={t(`reasonHint.${decision}`)}
            required
            rows={3}
            maxLength={1000}
          />
        )}
        {offersDefault && (
          <Checkbox
            id="make-default"
            name="makeDefault"
            label={t('makeDefault')}
            hint={t('makeDefaultHint')}
          />
        )}
        {failure && <ErrorBanner what={failure} />}
        <div className="flex flex-wrap gap-2">
          <Button
            type="submit"
            variant={decision === 'discard' ? 'danger' : 'primary'}
            disabled={isBusy}
            aria-busy={isBusy}
          >
            {t(`confirm.${decision}`)}
          </Button>
          <Button data-dialog-close="">{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
