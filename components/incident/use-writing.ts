'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Somebody else who has the same text open, and since when (ISO). */
export interface OtherWriter {
  name: string;
  since: string;
}

/** Says that a text is open here; answers who else has it open and its version as it stands. */
export type TellWriting = (request: {
  incidentId: string;
  wordingId: string;
  leaves: boolean;
}) => Promise<{ others: OtherWriter[]; currentVersion: number } | null>;

const EVERY_MS = 6000;

/**
 * While a text is open: tells the others, hears who else writes and when a newer version is saved.
 * Without a text it does nothing.
 */
export function useWriting(
  incidentId: string,
  wordingId: string | null,
  tell: TellWriting,
  hearVersion: (version: number) => void,
): OtherWriter[] {
  const [others, setOthers] = useState<OtherWriter[]>([]);
  const hear = useEffectEvent(hearVersion);
  const say = useEffectEvent(async (id: string, leaves: boolean) => {
    const answer = await tell({ incidentId, wordingId: id, leaves }).catch(() => null);
    if (!answer || leaves) return;
    setOthers(answer.others);
    hear(answer.currentVersion);
  });
  useEffect(() => {
    if (!wordingId) return;
    void say(wordingId, false);
    const timer = setInterval(() => void say(wordingId, false), EVERY_MS);
    return () => {
      clearInterval(timer);
      void say(wordingId, true);
    };
  }, [wordingId]);
  return others;
}

/** Whether the browser has a network: `back` once it came back while the page was open. */
export function useNetwork(): 'fine' | 'gone' | 'back' {
  const [network, setNetwork] = useState<'fine' | 'gone' | 'back'>('fine');
  useEffect(() => {
    if (!navigator.onLine) setNetwork('gone');
    const lose = () => setNetwork('gone');
    const regain = () => setNetwork('back');
    addEventListener('offline', lose);
    addEventListener('online', regain);
    return () => {
      removeEventListener('offline', lose);
      removeEventListener('online', regain);
    };
  }, []);
  return network;
}
