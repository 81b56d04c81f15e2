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
  noFiles: string;
  files: string;
  badFiles: string;
  badFile: string;
  fileFaults: Record<'missing' | 'changed', string>;
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
    <div role="status" className="inline-flex flex-wrap items-center gap-2">
      {result ? (
        <>
          <Finding result={result} texts={texts} />
          {(result.evidence?.faults.length ?? 0) > 0 && (
            <FilesFinding result={result} texts={texts} />
          )}
        </>
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
    </div>
  );
}

/** The whole box of one incident: what was found last, and the button to look again. */
export function VerifyBox({
  stream,
  fileNames,
}: {
  stream: string;
  /** Names of the evidence files by id, for those at fault. */
  fileNames: Record<string, string>;
}) {
  const { results, isRunning, hasFailed, run, texts } = useVerifier();
  const result = results.get(stream);
  return (
    <div className="space-y-2">
      <div role="status" className="space-y-1">
        {result ? (
          <>
            <Finding result={result} texts={texts} />
            <FilesFinding result={result} texts={texts} />
            <ul className="space-y-1 ps-4 text-red">
              {result.evidence?.faults.map(({ evidenceId, fault }) => (
                <li key={evidenceId} className="break-words">
                  {texts.badFile
                    .replace('{file}', fileNames[evidenceId] ?? evidenceId)
                    .replace('{fault}', texts.fileFaults[fault])}
                </li>
              ))}
            </ul>
          </>
        ) : (
          <span className={hasFailed ? 'text-red' : 'text-faint'}>
            {hasFailed ? texts.failed : texts.notYet}
          </span>
        )}
      </div>
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
    return <p className="text-green">✓ {said}</p>;
  }
  const reason = texts.reasons[firstBad?.reason ?? 'head'] ?? '';
  const place = [firstBad?.table, firstBad?.field].filter(Boolean).join('.');
  const said = (firstBad?.seq === null ? texts.badRow : texts.bad)
    .replace('{seq}', String(firstBad?.seq ?? ''))
    .replace('{place}', place)
    .replace('{reason}', reason);
  return <p className="font-medium text-red">✗ {said}</p>;
}

/** Whether the files are still the ones that were taken in. */
function FilesFinding({ result, texts }: { result: Checked; texts: VerifyTexts }) {
  if (!result.evidence) return null;
  const { files, faults } = result.evidence;
  if (files === 0) return <p className="text-faint">{texts.noFiles}</p>;
  const bad = faults.length > 0;
  const said = (bad ? texts.badFiles : texts.files)
    .replace('{files}', String(files))
    .replace('{bad}', String(faults.length));
  return (
    <p className={bad ? 'font-medium text-red' : 'text-green'}>
      {bad ? '✗' : '✓'} {said}
    </p>
  );
}
