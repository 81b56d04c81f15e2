'use client';

import { useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/inputs';
import { createFeedAction, renewFeedAction } from '../actions';

export interface FeedTexts {
  label: string;
  hint: string;
  failed: string;
}

/** A button that makes a calendar address and shows it, this once. */
export function FeedMaker({
  of,
  label,
  texts,
  isSmall = false,
}: {
  /** What it is for: the own duty (null), a roster, or a feed that gets a new address. */
  of: { rosterId: string | null } | { feedId: string };
  label: string;
  texts: FeedTexts;
  isSmall?: boolean;
}) {
  const [address, setAddress] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isPending, start] = useTransition();
  const make = () =>
    start(async () => {
      const made = 'feedId' in of ? renewFeedAction(of) : createFeedAction(of);
      const answer = await made.catch(() => undefined);
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
        className="w-full max-w-xl"
        readOnly
        autoFocus
        onFocus={(event) => event.target.select()}
      />
    );
  }
  return (
    <div>
      <Button
        onClick={make}
        size={isSmall ? 'sm' : 'md'}
        disabled={isPending}
        aria-busy={isPending}
      >
        {label}
      </Button>
      {hasFailed && (
        <p role="alert" className="mt-1 text-xs text-red">
          {texts.failed}
        </p>
      )}
    </div>
  );
}
