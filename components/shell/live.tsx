'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { hearChanges, type LiveEvent } from './live-relay';
import { concerns } from './live-scope';

/** Changes that come together are shown together. */
const GATHER_MS = 150;
/** A storm of changes renews the page no more often than this. */
const LEAST_GAP_MS = 1000;

/** Renews the page's server-made parts when something it shows has changed. Shows nothing. */
export function Live() {
  const router = useRouter();
  const pathname = usePathname();
  const here = useRef(pathname);
  useEffect(() => {
    here.current = pathname;
  }, [pathname]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lastAt = 0;
    let isStale = false;
    let leave: (() => void) | null = null;
    const renew = () => {
      timer = undefined;
      if (document.hidden) {
        isStale = true;
        return;
      }
      isStale = false;
      lastAt = Date.now();
      router.refresh();
    };
    const hear = (event: LiveEvent) => {
      if (timer !== undefined || !concerns(here.current, event)) return;
      timer = setTimeout(renew, Math.max(GATHER_MS, lastAt + LEAST_GAP_MS - Date.now()));
    };
    const arrive = () => {
      leave ??= hearChanges(hear);
    };
    const go = () => {
      leave?.();
      leave = null;
    };
    const look = () => {
      if (!document.hidden && isStale) renew();
    };
    // A page kept for the back button must not hold a connection; it is renewed when it returns.
    const comeBack = ({ persisted }: PageTransitionEvent) => {
      if (!persisted) return;
      arrive();
      renew();
    };
    arrive();
    addEventListener('pagehide', go);
    addEventListener('pageshow', comeBack);
    document.addEventListener('visibilitychange', look);
    return () => {
      go();
      clearTimeout(timer);
      removeEventListener('pagehide', go);
      removeEventListener('pageshow', comeBack);
      document.removeEventListener('visibilitychange', look);
    };
  }, [router]);
  return null;
}
