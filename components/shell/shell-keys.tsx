'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { navHrefs, shellHrefs } from './nav';

const chordMs = 1500;
const typing = 'input, textarea, select, [contenteditable="true"], dialog[open]';

/** Keys of the console: N logs, / searches, G then D goes to the desk. Never while typing. */
export function ShellKeys({ canLog }: { canLog: boolean }) {
  const router = useRouter();
  useEffect(() => {
    let wentAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if ((event.target as Element).closest(typing)) return;
      const key = event.key.toLowerCase();
      const afterG = event.timeStamp - wentAt < chordMs;
      wentAt = key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (key === 'd' && afterG) router.push(navHrefs.desk);
      else if (key === 'n' && canLog) router.push(shellHrefs.log);
      else if (key === '/') {
        event.preventDefault();
        const search =
          document.querySelector<HTMLElement>('[data-page-search]') ??
          document.getElementById('shell-search');
        search?.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [router, canLog]);
  return null;
}
