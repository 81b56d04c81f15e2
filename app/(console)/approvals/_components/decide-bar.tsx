'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useState, useTransition } from 'react';
import { runCommand } from '@/app/(console)/actions';
import { Button } from '@/components/ui/button';
import { Input, Select, Textarea } from '@/components/ui/inputs';

/** The text that would be signed: bound to its hash, so that nobody signs what they did not see. */
export interface DecideTarget {
  stepId: string;
  incidentId: string;
  wordingId: string;
  contentHash: string;
}

export interface DecideTexts {
  approve: string;
  confirmApprove: string;
  afterwards: string;
  /** Label of the field for the consent of a body outside; null where none is needed. */
  outside: string | null;
  outsideHint: string;
  /** Label of the field for what proofreading found; null where the chain asks for nothing. */
  found: string | null;
  giveBack: string;
  confirmReturn: string;
  /** Where a text may go back to; the first is its drafter, with an empty value. */
  returnTo: { label: string; options: { value: string; label: string }[] };
  reason: string;
  reasonHint: string;
  cancel: string;
  working: string;
  doneApprove: string;
  doneReturn: string;
  offline: string;
  reference: string;
  refused: Record<string, string>;
}

type Mode = 'idle' | 'approve' | 'return';

/** A second tap counts only when it is a decision of its own, not the end of a double tap. */
const ARM_MS = 350;

/**
 * 退回 / 同意 at the thumb, each in two taps. It stands around the card, so that what a refusal said
 * stays in view when the new text, the next card or the empty desk comes up.
 */
export function DecideBar({
  target,
  texts,
  children,
}: {
  target: DecideTarget | null;
  texts: DecideTexts;
  children: ReactNode;
}) {
  const router = useRouter();
  const [mode, setMode] = useState<Mode>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<{ key: string; text: string } | null>(null);
  const [isPending, startTransition] = useTransition();
  const top = useRef<HTMLDivElement>(null);
  const key = target ? `${target.stepId} ${target.contentHash}` : '';
  // What was just decided stays in view until the next text has arrived.
  const isDone = done?.key === key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text ends what was begun
  useEffect(() => setMode('idle'), [key]);

  const decide = (type: 'approve' | 'returnWording', extra: Record<string, string>) => {
    if (!target) return;
    const { incidentId, ...seen } = target;
    const input = { ...seen, ...extra };
    startTransition(async () => {
      setProblem(null);
      setDone(null);
      try {
        const { data, serverError } = await runCommand({ incidentId, type, input });
        if (data) {
          setDone({ key, text: type === 'approve' ? texts.doneApprove : texts.doneReturn });
          setMode('idle');
          router.replace('/approvals?tab=sign', { scroll: true });
          return;
        }
        const said = texts.refused[serverError?.reason ?? 'other'] ?? texts.refused.other ?? '';
        const reference = serverError?.reference;
        setProblem(
          reference ? `${said} ${texts.reference.replace('{reference}', reference)}` : said,
        );
        router.refresh();
      } catch {
        setProblem(texts.offline);
      }
      top.current?.scrollIntoView({ block: 'end' });
    });
  };

  return (
    <div>
      <div ref={top} className="scroll-mt-16">
        <p role="status">
          {done && (
            <span className="mb-3 block rounded-md bg-green-pale px-3 py-2 text-green">
              {done.text}
            </span>
          )}
        </p>
        {problem && (
          <p role="alert" className="mb-3 rounded-md bg-red-pale px-3 py-2 text-red">
            {problem}
          </p>
        )}
      </div>
      {children}
      {target && (
        <div
          data-no-print=""
          className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 mt-4 -mx-3 border-t border-line bg-paper px-3 py-2 sm:mx-0 sm:rounded-md sm:border sm:px-4 md:bottom-2"
        >
          {mode === 'idle' && (
            <Bar>
              <Wide disabled={isDone} onClick={() => setMode('return')}>
                {texts.giveBack}
              </Wide>
              <Wide variant="primary" disabled={isDone} onClick={() => setMode('approve')}>
                {texts.approve}
              </Wide>
            </Bar>
          )}
          {mode === 'approve' && (
            <Confirm
              texts={texts}
              isPending={isPending}
              onCancel={() => setMode('idle')}
              onConfirm={(extra) => decide('approve', extra)}
            />
          )}
          {mode === 'return' && (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const form = new FormData(event.currentTarget);
                const toStepId = String(form.get('toStepId') ?? '');
                const reason = String(form.get('reason'));
                decide('returnWording', toStepId ? { reason, toStepId } : { reason });
              }}
              className="space-y-2"
            >
              {texts.returnTo.options.length > 1 && (
                <Select
                  name="toStepId"
                  label={texts.returnTo.label}
                  options={texts.returnTo.options}
                  defaultValue=""
                />
              )}
              <Textarea
                name="reason"
                label={texts.reason}
                hint={texts.reasonHint}
                required
                maxLength={1000}
                rows={3}
                ref={(field) => field?.focus()}
              />
              <Bar>
                <Wide onClick={() => setMode('idle')} disabled={isPending}>
                  {texts.cancel}
                </Wide>
                <Wide type="submit" variant="danger" disabled={isPending} aria-busy={isPending}>
                  {isPending ? texts.working : texts.confirmReturn}
                </Wide>
              </Bar>
            </form>
          )}
        </div>
      )}
    </div>
  );
}

function Confirm({
  texts,
  isPending,
  onCancel,
  onConfirm,
}: {
  texts: DecideTexts;
  isPending: boolean;
  onCancel: () => void;
  onConfirm: (extra: Record<string, string>) => void;
}) {
  const [isArmed, setArmed] = useState(false);
  const [reference, setReference] = useState('');
  const [found, setFound] = useState('');
  const needsReference = texts.outside !== null;
  const isFilled = (value: string, isAsked: boolean) => !isAsked || value.trim() !== '';
  const isReady =
    isArmed && isFilled(reference, needsReference) && isFilled(found, texts.found !== null);
  const said = {
    ...(needsReference ? { outsideReference: reference } : {}),
    ...(texts.found === null ? {} : { found }),
  };
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARM_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="space-y-2">
      <p className="text-soft">{texts.afterwards}</p>
      {texts.outside !== null && (
        <Input
          name="outsideReference"
          label={texts.outside}
          hint={texts.outsideHint}
          required
          maxLength={200}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
      )}
      {texts.found !== null && (
        <Textarea
          name="found"
          label={texts.found}
          required
          maxLength={1000}
          rows={2}
          value={found}
          onChange={(event) => setFound(event.target.value)}
        />
      )}
      <Bar>
        <Wide onClick={onCancel} disabled={isPending}>
          {texts.cancel}
        </Wide>
        <Wide
          variant="primary"
          disabled={!isReady || isPending}
          aria-busy={isPending}
          onClick={() => onConfirm(said)}
        >
          {isPending ? texts.working : texts.confirmApprove}
        </Wide>
      </Bar>
    </div>
  );
}

function Bar({ children }: { children: ReactNode }) {
  return <div className="flex gap-2 sm:justify-end">{children}</div>;
}

function Wide(props: Parameters<typeof Button>[0]) {
  return <Button {...props} className="min-h-12 sm:min-h-10 sm:min-w-36 max-sm:flex-1" />;
}
