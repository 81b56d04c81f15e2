'use client';

import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { defaultLocale, type Locale } from '@/lib/i18n/locales';

/** Sentences with `{time}` and, for long spans, `{days}`; `due` with `{at}`. */
export type CountdownTexts = Record<
  'left' | 'over' | 'leftDays' | 'overDays' | 'met' | 'metLate' | 'due',
  string
>;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** One timer for every countdown of the page, on the full second. */
function tick() {
  timer = setTimeout(tick, 1000 - (Date.now() % 1000));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) timer = setTimeout(tick, 1000 - (Date.now() % 1000));
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearTimeout(timer);
      timer = undefined;
    }
  };
}

const currentSecond = () => Math.floor(Date.now() / 1000);

interface Words {
  locale: Locale;
  texts: CountdownTexts;
}

const ClockContext = createContext<{ serverMs: number; offsetMs: () => number } | null>(null);
const WordsContext = createContext<Words | null>(null);

/**
 * Gives the countdowns below it the server's business time, so that a wrong clock on the desk or
 * the demo clock does not mislead, and the language and sentences they all share. `now` is the
 * business time when the page was made, ISO UTC.
 */
export function ClockProvider({
  now,
  locale,
  texts,
  children,
}: Words & { now: string; children: ReactNode }) {
  const clock = useMemo(() => {
    const serverMs = Date.parse(now);
    let offset: number | undefined;
    return {
      serverMs,
      offsetMs: () => {
        offset ??= serverMs - Date.now();
        return offset;
      },
    };
  }, [now]);
  const words = useMemo(() => ({ locale, texts }), [locale, texts]);
  return (
    <ClockContext value={clock}>
      <WordsContext value={words}>{children}</WordsContext>
    </ClockContext>
  );
}

/** Language of the page, for client components that write moments. */
export function usePageLocale(): Locale {
  return useContext(WordsContext)?.locale ?? defaultLocale;
}

/** The sentences of all countdowns of the page. */
export function useCountdownTexts(): CountdownTexts {
  const words = useContext(WordsContext);
  if (!words) throw new Error('a countdown wants a ClockProvider above it');
  return words.texts;
}

/**
 * Business time in milliseconds, renewed every second. On the server and while the page wakes up
 * it is the time the server gave; without a provider it is null until the page has woken up.
 */
export function useNowMs(): number | null {
  const clock = useContext(ClockContext);
  const second = useSyncExternalStore<number | null>(subscribe, currentSecond, () => null);
  if (second === null) return clock?.serverMs ?? null;
  return second * 1000 + (clock?.offsetMs() ?? 0);
}
