'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useState, useTransition } from 'react';
import { runCommand } from '@/app/(console)/actions';
import { Button } from '@/components/ui/button';
import type { DecideTarget } from './decide-bar';

export interface BatchItem extends DecideTarget {
  title: string;
  number: string;
  card: ReactNode;
}

export interface BatchTexts {
  open: string;
  choose: string;
  approve: string;
  confirm: string;
  cancel: string;
  working: string;
  done: string;
  offline: string;
  refused: Record<string, string>;
}

type Outcome = { isDone: boolean; said: string; title: string };

/**
 * Several ordinary texts of one kind, signed one after the other. Each can be chosen only after it was
 * opened, is bound to the hash that stood there, and says by itself what became of it.
 */
export function BatchForm({
  items,
  texts,
  empty,
}: {
  items: readonly BatchItem[];
  texts: BatchTexts;
  empty: ReactNode;
}) {
  const router = useRouter();
  const [seen, setSeen] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [outcomes, setOutcomes] = useState<Readonly<Record<string, Outcome>>>({});
  const [isAsking, setAsking] = useState(false);
  const [isPending, startTransition] = useTransition();

  // What became of texts that wait no longer stays in view.
  const gone = Object.entries(outcomes).filter(
    ([stepId]) => !items.some((item) => item.stepId === stepId),
  );

  const sign = async (item: BatchItem): Promise<Outcome> => {
    const { stepId, incidentId, wordingId, contentHash, title } = item;
    try {
      const input = { stepId, wordingId, contentHash };
      const { data, serverError } = await runCommand({ incidentId, type: 'approve', input });
      if (data) return { isDone: true, said: texts.done, title };
      const said = texts.refused[serverError?.reason ?? 'other'] ?? texts.refused.other ?? '';
      return { isDone: false, said, title };
    } catch {
      return { isDone: false, said: texts.offline, title };
    }
  };

  const signAll = () =>
    startTransition(async () => {
      for (const item of items.filter((one) => chosen.includes(one.stepId))) {
        const outcome = await sign(item);
        setOutcomes((before) => ({ ...before, [item.stepId]: outcome }));
      }
      setChosen([]);
      setAsking(false);
      router.refresh();
    });

  return (
    <div className="space-y-3">
      {gone.length > 0 && (
        <div className="rounded-md border border-line bg-paper pt-2">
          {gone.map(([stepId, outcome]) => (
            <Said key={stepId} outcome={outcome} />
          ))}
        </div>
      )}
      {items.length === 0 && empty}
      <ul className="space-y-3">
        {items.map((item) => {
          const outcome = outcomes[item.stepId];
          const isSeen = seen.includes(item.stepId);
          const isChosen = chosen.includes(item.stepId);
          return (
            <li key={item.stepId} className="rounded-md border border-line bg-paper">
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                <label className="flex min-h-11 grow items-center gap-2">
                  <input
                    type="checkbox"
                    className="size-5 accent-accent"
                    checked={isChosen}
                    disabled={!isSeen || isPending || outcome?.isDone === true}
                    onChange={() => {
                      setAsking(false);
                      setChosen(
                        isChosen
                          ? chosen.filter((one) => one !== item.stepId)
                          : [...chosen, item.stepId],
                      );
                    }}
                  />
                  <span className="font-medium">{item.title}</span>
                  <span className="text-xs text-soft tabular-nums">{item.number}</span>
                </label>
                {!isSeen && <span className="text-xs text-faint">{texts.choose}</span>}
              </div>
              {outcome && <Said outcome={outcome} />}
              <details
                className="border-t border-line"
                onToggle={(event) => {
                  if (event.currentTarget.open && !isSeen) setSeen([...seen, item.stepId]);
                }}
              >
                <summary className="min-h-11 content-center px-4 text-accent hover:underline">
                  {texts.open}
                </summary>
                {item.card}
              </details>
            </li>
          );
        })}
      </ul>
      {items.length > 0 && (
        <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-3 flex gap-2 border-t border-line bg-paper px-3 py-2 sm:mx-0 sm:justify-end sm:rounded-md sm:border md:bottom-2">
          {isAsking ? (
            <>
              <Button className="min-h-12 max-sm:flex-1" onClick={() => setAsking(false)}>
                {texts.cancel}
              </Button>
              <Button
                variant="primary"
                className="min-h-12 max-sm:flex-1"
                disabled={isPending}
                aria-busy={isPending}
                onClick={signAll}
              >
                {isPending
                  ? texts.working
                  : texts.confirm.replace('{count}', String(chosen.length))}
              </Button>
            </>
          ) : (
            <Button
              variant="primary"
              className="min-h-12 max-sm:flex-1"
              disabled={chosen.length === 0}
              onClick={() => setAsking(true)}
            >
              {texts.approve.replace('{count}', String(chosen.length))}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** What became of one text. */
function Said({ outcome: { isDone, said, title } }: { outcome: Outcome }) {
  return (
    <p
      role="status"
      className={
        isDone
          ? 'mx-4 mb-2 rounded-md bg-green-pale px-3 py-1.5 text-green'
          : 'mx-4 mb-2 rounded-md bg-red-pale px-3 py-1.5 text-red'
      }
    >
      {title}：{said}
    </p>
  );
}
