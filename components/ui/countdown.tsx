'use client';

import { formatFullInstant, spanParts } from '@/lib/i18n/format';
import { classNames } from './class-names';
import { type CountdownTexts, useCountdownTexts, useNowMs, usePageLocale } from './clock';
import { type CountdownState, countdownState } from './countdown-state';

export type CountdownSize = 'sm' | 'md' | 'lg';

const looks: Record<CountdownState, string> = {
  ok: 'text-ink',
  soon: 'rounded-sm bg-amber-pale px-1 text-amber',
  late: 'rounded-sm bg-red-pale px-1 text-red',
  met: 'text-faint',
  met_late: 'text-red',
};

const sizes: Record<CountdownSize, [words: string, figures: string]> = {
  sm: ['text-xs', 'text-sm'],
  md: ['text-xs', 'text-lg leading-7'],
  lg: ['text-sm', 'text-xl'],
};

/**
 * Time left until a deadline, ticking: 还有 00:47:10 / 已超 00:12:03, or how it was met. Wants a
 * `ClockProvider` above it. Instants are ISO UTC; the full due instant shows on hover.
 */
export function Countdown({
  dueAt,
  startAt,
  metAt,
  size = 'sm',
}: {
  dueAt: string;
  /** Start of the span; within its last quarter the countdown turns amber. */
  startAt?: string | null | undefined;
  metAt?: string | null | undefined;
  size?: CountdownSize | undefined;
}) {
  const texts = useCountdownTexts();
  const locale = usePageLocale();
  const tickingMs = useNowMs();
  const dueMs = Date.parse(dueAt);
  const nowMs = tickingMs ?? dueMs;
  const state = countdownState(
    dueMs,
    startAt ? Date.parse(startAt) : null,
    metAt ? Date.parse(metAt) : null,
    nowMs,
  );
  const [words, figures] = sizes[size];
  const met = state === 'met' || state === 'met_late';
  return (
    <time
      dateTime={dueAt}
      title={texts.due.replace('{at}', formatFullInstant(dueAt, locale))}
      role="timer"
      aria-live="off"
      data-state={state}
      className={classNames('inline-block whitespace-nowrap tabular-nums', words, looks[state])}
    >
      {met ? (
        <span>
          <span aria-hidden="true">{state === 'met' ? '✓ ' : '! '}</span>
          {state === 'met' ? texts.met : texts.metLate}
        </span>
      ) : (
        <Remaining text={sentence(texts, dueMs - nowMs)} figures={figures} ms={dueMs - nowMs} />
      )}
    </time>
  );
}

function sentence(texts: CountdownTexts, ms: number): string {
  const { days } = spanParts(ms);
  if (ms > 0) return days ? texts.leftDays : texts.left;
  return days ? texts.overDays : texts.over;
}

/** The sentence with its figures louder than its words. */
function Remaining({ text, figures, ms }: { text: string; figures: string; ms: number }) {
  const { days, clock } = spanParts(ms);
  return text.split(/(\{time\})/).map((part) =>
    part === '{time}' ? (
      <span key="time" className={classNames('font-semibold', figures)}>
        {clock}
      </span>
    ) : (
      part.replace('{days}', String(days))
    ),
  );
}
