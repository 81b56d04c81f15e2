'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import { revealAuthor } from '../actions';

/** What the person was told; null before they asked. */
type Answer = { author: string | null } | 'failed' | null;

/** Shows who posted, after a reason that is recorded; closing hides it again. */
export function AuthorReveal({
  incidentId,
  mentionId,
  texts,
}: {
  incidentId: string;
  mentionId: string;
  texts: Record<
    | 'open'
    | 'reason'
    | 'submit'
    | 'busy'
    | 'close'
    | 'author'
    | 'none'
    | 'failed'
    | 'logged'
    | 'recorded',
    string
  >;
}) {
  const [answer, setAnswer] = useState<Answer>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get(`reason-${mentionId}`) ?? '');
    setBusy(true);
    const result = await revealAuthor({ incidentId, mentionId, reason }).catch(() => null);
    setBusy(false);
    setAnswer(result?.data ?? 'failed');
  };
  return (
    <Dialog
      trigger={texts.open}
      title={texts.open}
      closeLabel={texts.close}
      variant="quiet"
      size="sm"
      onClose={() => setAnswer(null)}
    >
      {answer && answer !== 'failed' ? (
        <div role="status" className="space-y-1 text-sm">
          <p className="text-xs text-faint">{texts.author}</p>
          <p className="text-base font-medium break-words">{answer.author ?? texts.none}</p>
          <p className="text-soft">{texts.recorded}</p>
        </div>
      ) : (
        <form onSubmit={submit} className="space-y-3 text-sm">
          <p className="text-soft">{texts.logged}</p>
          <Input name={`reason-${mentionId}`} label={texts.reason} required maxLength={500} />
          {answer === 'failed' && (
            <p role="alert" className="rounded-md bg-red-pale px-3 py-2 text-red">
              {texts.failed}
            </p>
          )}
          <div className="flex justify-end">
            <Button
              type="submit"
              variant="primary"
              disabled={isBusy}
              aria-busy={isBusy}
              className="max-sm:grow"
            >
              {isBusy ? texts.busy : texts.submit}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
