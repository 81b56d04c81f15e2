'use client';

import { useEffect, useRef, useState } from 'react';
import { classNames } from '../ui/class-names';
import type { EffectLine, EffectMark, EffectsTexts, EffectsView } from './effects';

const PAUSE_MS = 350;

type Shown = EffectsView | 'waiting' | 'looking' | 'failed';

/**
 * What the command would do to the time limits, asked anew a moment after the last change. Answers
 * that come late never overwrite newer ones.
 *
 * @param input null while there is not enough to go by
 */
export function EffectsPanel({
  input,
  texts,
  look,
}: {
  input: Record<string, unknown> | null;
  texts: EffectsTexts;
  look: (input: Record<string, unknown>) => Promise<EffectsView | null>;
}) {
  const [shown, setShown] = useState<Shown>(input ? 'looking' : 'waiting');
  const ask = useRef(look);
  ask.current = look;
  const wanted = input && JSON.stringify(input);

  useEffect(() => {
    if (wanted === null) return setShown('waiting');
    let isNewest = true;
    const timer = setTimeout(async () => {
      const view = await ask.current(JSON.parse(wanted)).catch(() => 'failed' as const);
      if (isNewest) setShown(view ?? 'waiting');
    }, PAUSE_MS);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [wanted]);

  return (
    <section
      aria-label={texts.title}
      aria-live="polite"
      className="rounded-md border border-line bg-sunken px-3 py-2"
    >
      <h3 className="font-medium text-soft">{texts.title}</h3>
      {typeof shown === 'string' ? (
        <p className="py-1 text-faint">{texts[shown]}</p>
      ) : shown.refusal ? (
        <p className="py-1 text-red">{shown.refusal}</p>
      ) : (
        <>
          {shown.notes.map((note) => (
            <p key={note} className="py-1 text-soft">
              {note}
            </p>
          ))}
          <ul className="divide-y divide-line">
            {shown.lines.map((line) => (
              <Line key={line.key} line={line} texts={texts} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const glyphs: Record<EffectMark, string> = {
  new: '+',
  moved: '→',
  gone: '−',
  done: '✓',
  paused: '‖',
  kept: '·',
};

function Line({ line, texts }: { line: EffectLine; texts: EffectsTexts }) {
  const { mark, isLate, sentence, times } = line;
  const quiet = mark === 'kept' || mark === 'done' || mark === 'gone';
  return (
    <li className="flex gap-2 py-1.5">
      <span
        aria-hidden
        className={classNames(
          'w-3 shrink-0 text-center',
          mark === 'new' ? 'text-accent' : 'text-faint',
        )}
      >
        {glyphs[mark]}
      </span>
      <div className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
        <span className={isLate ? 'text-red' : quiet ? 'text-soft' : 'font-medium'}>
          {sentence}
        </span>
        {times && (
          <dl className="flex gap-x-4 whitespace-nowrap tabular-nums">
            <div className="flex items-baseline gap-1">
              <dt className="text-xs text-faint">{texts.before}</dt>
              <dd className="text-soft">{times.before}</dd>
            </div>
            <div className="flex items-baseline gap-1">
              <dt className="text-xs text-faint">{texts.after}</dt>
              <dd className="font-medium">{times.after}</dd>
            </div>
          </dl>
        )}
      </div>
    </li>
  );
}
