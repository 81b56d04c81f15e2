'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const everyMs = 60_000;

/** Renews the desk every minute while it is in view, and at once when one comes back to it. */
export function DeskRefresh() {
  const router = useRouter();
  useEffect(() => {
    let renewedAt = Date.now();
    const renew = () => {
      if (document.visibilityState !== 'visible' || Date.now() - renewedAt < everyMs / 2) return;
      renewedAt = Date.now();
      router.refresh();
    };
    const timer = setInterval(renew, everyMs);
    document.addEventListener('visibilitychange', renew);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', renew);
    };
  }, [router]);
  return null;
}
