'use client';

import { createContext, type ReactNode, useContext, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { formatClockTime } from '@/lib/i18n/format';
import { type Checked, verifyStreams } from '../actions';

/** Sentences of a check; `{events}` and the like are filled in here. */
export interface VerifyTexts {
  verify: string;
  verifyAll: string;
  running: string;
  notYet: string;
  ok: string;
  bad: string;
  badRow: string;
  failed: string;
  reasons: Record<string, string>;
}

interface Verifier {
  results: ReadonlyMap<string, Checked>;
  isRunning: boolean;
  hasFailed: boolean;
  run: (streams: readonly string[]) => void;
  texts: VerifyTexts;
}

const Context = createContext<Verifier | null>(null);

/** Keeps what the checks of this page found. */
export function VerifyProvider({ texts, children }: { texts: VerifyTexts; children: ReactNode }) {
  const [results, setResults] = useState<ReadonlyMap<string, Checked>>(new Map());
  const [hasFailed, setFailed] = useState(false);
  const [isRunning, startTransition] = useTransition();
  const run = (streams: readonly string[]) =>
    startTransition(async () => {
      const answer = await verifyStreams({ streams: [...streams] }).catch(() => null);
      setFailed(!answer?.data);
      const found = answer?.data ?? [];
      setResults(
        (before) => new Map([...before, ...found.map((one) => [one.stream, one] as const)]),
      );
    });
  return <Context value={{ results, isRunning, hasFailed, run, texts }}>{children}</Context>;
}

function useVerifier(): Verifier {
  const verifier = useContext(Context);
  if (!verifier) throw new Error('a check outside VerifyProvider');
  return verifier;
}

/** One button for all streams of a page. */
export function VerifyAll({ streams }: { streams: readonly string[] }) {
  const { run, isRunning, hasFailed, texts } = useVerifier();
  return (
    <>
      {hasFailed && (
        <span role="alert" className="self-center text-red">
          {texts.failed}
        </span>
      )}
      <Button
        variant="primary"
        disabled={isRunning || streams.length === 0}
        aria-busy={isRunning}
        onClick={() => run(streams)}
      >
        {isRunning ? texts.running : texts.verifyAll}
      </Button>
    </>
  );
}

/** The result for one stream, or the button that asks for it. */
export function VerifyCell({ stream, label }: { stream: string; label: string }) {
  const { results, isRunning, run, texts } = useVerifier();
  const result = results.get(stream);
  return (
    <span role="status" className="inline-flex flex-wrap items-center gap-2">
      {result ? (
        <Finding result={result} texts={texts} />
      ) : (
        <Button
          size="sm"
          variant="quiet"
          disabled={isRunning}
          onClick={() => run([stream])}
          aria-label={`${texts.verify} ${label}`}
        >
          {texts.verify}
        </Button>
      )}
    </span>
  );
}

/** The whole box of one incident: what was found last, and the button to look again. */
export function VerifyBox({ stream }: { stream: string }) {
  const { results, isRunning, hasFailed, run, texts } = useVerifier();
  const result = results.get(stream);
  return (
    <div className="space-y-2">
      <p role="status">
        {result ? (
          <Finding result={result} texts={texts} />
        ) : (
          <span className={hasFailed ? 'text-red' : 'text-faint'}>
            {hasFailed ? texts.failed : texts.notYet}
          </span>
        )}
      </p>
      <Button disabled={isRunning} aria-busy={isRunning} onClick={() => run([stream])}>
        {isRunning ? texts.running : texts.verify}
      </Button>
    </div>
  );
}

function Finding({ result, texts }: { result: Checked; texts: VerifyTexts }) {
  const { ok, events, milliseconds, at, firstBad } = result;
  if (ok) {
    const said = texts.ok
      .replace('{events}', String(events))
      .replace('{ms}', String(milliseconds))
      .replace('{at}', formatClockTime(at));
    return <span className="text-green">✓ {said}</span>;
  }
  const reason = texts.reasons[firstBad?.reason ?? 'head'] ?? '';
  const place = [firstBad?.table, firstBad?.field].filter(Boolean).join('.');
  const said = (firstBad?.seq === null ? texts.badRow : texts.bad)
    .replace('{seq}', String(firstBad?.seq ?? ''))
    .replace('{place}', place)
    .replace('{reason}', reason);
  return <span className="font-medium text-red">✗ {said}</span>;
}
