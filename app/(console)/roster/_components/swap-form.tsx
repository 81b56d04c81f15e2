'use client';

import { useState } from 'react';
import { Input, Select } from '@/components/ui/inputs';
import { SubmitButton } from '@/components/ui/submit-button';
import { askForSwapAction } from '../actions';

/** A turn that can be chosen; `value` is what the form sends. */
export interface TurnChoice {
  value: string;
  label: string;
  rosterId: string;
  place: string;
  /** `datetime-local` in Shanghai. */
  from: string;
  to: string;
}

export interface SwapTexts {
  turn: string;
  colleague: string;
  choose: string;
  inReturn: string;
  nothing: string;
  part: string;
  partHint: string;
  from: string;
  to: string;
  ask: string;
}

/** 调班 in words and lists: own turn, whom to ask, what to take in return, and if only a part of it. */
export function SwapForm({
  turns,
  colleagues,
  kept,
  texts,
}: {
  turns: readonly TurnChoice[];
  colleagues: readonly { id: string; name: string; turns: readonly TurnChoice[] }[];
  /** As it was filled in before. */
  kept: { turn?: string | undefined; colleagueId?: string | undefined };
  texts: SwapTexts;
}) {
  const first = turns.find(({ value }) => value === kept.turn) ?? turns[0];
  const [own, setOwn] = useState(first);
  const [colleagueId, setColleague] = useState(kept.colleagueId ?? '');
  const theirs = colleagues
    .find(({ id }) => id === colleagueId)
    ?.turns.filter(({ rosterId, place }) => rosterId === own?.rosterId && place === own.place);
  return (
    <form action={askForSwapAction} className="space-y-3">
      <div className="grid gap-3 md:grid-cols-3 md:items-start">
        <Select
          name="turn"
          label={texts.turn}
          options={turns}
          value={own?.value}
          onChange={(event) => setOwn(turns.find(({ value }) => value === event.target.value))}
          required
        />
        <Select
          name="colleagueId"
          label={texts.colleague}
          placeholder={texts.choose}
          options={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
          value={colleagueId}
          onChange={(event) => setColleague(event.target.value)}
          required
        />
        <Select
          key={`${colleagueId} ${own?.value}`}
          name="inReturn"
          label={texts.inReturn}
          placeholder={texts.nothing}
          options={theirs ?? []}
        />
      </div>
      <details>
        <summary className="min-h-9 py-1 text-accent">{texts.part}</summary>
        <p className="mb-2 text-xs text-faint">{texts.partHint}</p>
        <div key={own?.value} className="grid gap-3 sm:grid-cols-2 md:max-w-lg">
          {(['from', 'to'] as const).map((edge) => (
            <Input
              key={edge}
              type="datetime-local"
              name={edge === 'from' ? 'swapFrom' : 'swapTo'}
              label={texts[edge]}
              defaultValue={own?.[edge]}
              min={own?.from}
              max={own?.to}
            />
          ))}
        </div>
      </details>
      <SubmitButton variant="secondary">{texts.ask}</SubmitButton>
    </form>
  );
}
