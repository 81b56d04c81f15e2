import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import { EVIDENCE_MAX_BYTES } from '@/lib/evidence/accepted';
import { type UploadOutcome, uploadEvidence } from './upload';
import type { UploadTexts } from './upload-texts';

export type UploadState = 'waiting' | 'sending' | 'done' | 'duplicate' | 'failed';

/** One file on its way. */
export interface UploadItem {
  id: number;
  file: File;
  state: UploadState;
  /** 0 to 1. */
  share: number;
  /** What went wrong, as a sentence. */
  error: string | null;
  canRetry: boolean;
}

const FAILURES: Record<string, keyof UploadTexts> = {
  OFFLINE: 'offline',
  CANCELLED: 'cancelled',
  UNAUTHENTICATED: 'signedOut',
};

/** Files on their way to an incident, one after the other, each with its own fate. */
export function useUploads(incidentId: string, texts: UploadTexts) {
  const router = useRouter();
  const [items, setItems] = useState<readonly UploadItem[]>([]);
  const lastId = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const running = useRef(new Map<number, AbortController>());

  const change = useCallback((id: number, fields: Partial<UploadItem>) => {
    setItems((now) => now.map((item) => (item.id === id ? { ...item, ...fields } : item)));
  }, []);

  const send = useCallback(
    (id: number, file: File, about: string) => {
      const stop = new AbortController();
      running.current.set(id, stop);
      queue.current = queue.current.then(async () => {
        if (!stop.signal.aborted) change(id, { state: 'sending', share: 0, error: null });
        const outcome = await uploadEvidence(incidentId, file, {
          about,
          signal: stop.signal,
          onProgress: (share) => change(id, { share }),
        });
        running.current.delete(id);
        change(id, settled(outcome, texts));
        if (outcome.ok) router.refresh();
      });
    },
    [change, incidentId, router, texts],
  );

  const add = useCallback(
    (files: readonly File[], about: string) => {
      const added = files.map((file): UploadItem => {
        lastId.current += 1;
        const fault = faultOf(file, texts);
        const base = { id: lastId.current, file, share: 0, canRetry: false };
        return { ...base, state: fault ? 'failed' : 'waiting', error: fault };
      });
      setItems((now) => [...now.filter(({ state }) => state !== 'done'), ...added]);
      for (const { id, file, state } of added) if (state === 'waiting') send(id, file, about);
    },
    [send, texts],
  );

  const cancel = useCallback((id: number) => running.current.get(id)?.abort(), []);
  const retry = useCallback(
    ({ id, file }: UploadItem, about: string) => {
      change(id, { state: 'waiting', share: 0, error: null });
      send(id, file, about);
    },
    [change, send],
  );
  return { items, add, cancel, retry };
}

function settled(outcome: UploadOutcome, texts: UploadTexts): Partial<UploadItem> {
  if (outcome.ok) {
    return { state: outcome.evidence.status === 'duplicate' ? 'duplicate' : 'done', share: 1 };
  }
  const known = FAILURES[outcome.code];
  const error = (known && texts[known]) ?? outcome.reason ?? texts.failed;
  const isFinal = ['INVALID_INPUT', 'TOO_LARGE', 'FORBIDDEN', 'NOT_FOUND'].includes(outcome.code);
  return { state: 'failed', error, canRetry: !isFinal };
}

function faultOf(file: File, texts: UploadTexts): string | null {
  if (file.size > EVIDENCE_MAX_BYTES) return texts.tooLarge;
  return file.size === 0 ? texts.emptyFile : null;
}
