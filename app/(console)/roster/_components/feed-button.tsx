'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import { createFeedAction } from '../actions';

/** Makes a calendar address of the own duty and shows it, this once. */
export function FeedButton({
  texts,
}: {
  texts: { make: string; label: string; hint: string; failed: string };
}) {
  const [address, setAddress] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isPending, start] = useTransition();
  const make = () =>
    start(async () => {
      const answer = await createFeedAction({}).catch(() => undefined);
      const path = answer?.data?.path;
      setFailed(!path);
      if (path) setAddress(`${window.location.origin}${path}`);
    });
  if (address) {
    return (
      <Input
        name="feed"
        label={texts.label}
        hint={texts.hint}
        value={address}
        readOnly
        autoFocus
        onFocus={(event) => event.target.select()}
      />
    );
  }
  return (
    <div>
      <Button onClick={make} disabled={isPending} aria-busy={isPending}>
        {texts.make}
      </Button>
      {hasFailed && (
        <p role="alert" className="mt-1 text-xs text-red">
          {texts.failed}
        </p>
      )}
    </div>
  );
}
