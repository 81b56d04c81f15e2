'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import { revealAuthor } from '../actions';

/** Shows who posted, after a reason that is recorded. */
export function AuthorReveal({
  incidentId,
  mentionId,
  texts,
}: {
  incidentId: string;
  mentionId: string;
  texts: Record<'open' | 'reason' | 'submit' | 'close' | 'none' | 'failed' | 'logged', string>;
}) {
  const [shown, setShown] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get(`reason-${mentionId}`) ?? '');
    setBusy(true);
    const result = await revealAuthor({ incidentId, mentionId, reason }).catch(() => null);
    setBusy(false);
    setShown(result?.data ? (result.data.author ?? texts.none) : texts.failed);
  };
  return (
    <Dialog
      trigger={texts.open}
      title={texts.open}
      closeLabel={texts.close}
      variant="quiet"
      size="sm"
    >
      <form onSubmit={submit} className="space-y-3 text-sm">
        <p className="text-soft">{texts.logged}</p>
        <Input name={`reason-${mentionId}`} label={texts.reason} required maxLength={500} />
        <Button type="submit" variant="primary" disabled={isBusy}>
          {texts.submit}
        </Button>
        {shown !== null && (
          <p role="status" className="rounded-md bg-sunken px-3 py-2 font-medium">
            {shown}
          </p>
        )}
      </form>
    </Dialog>
  );
}
