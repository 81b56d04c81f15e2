'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { softTarget } from './soft-target';

/**
 * One listener instead of a client component per link: a plain click on `<a data-soft>` changes
 * the page without loading it anew. Without script they are ordinary links. Shows nothing.
 */
export function SoftLinks() {
  const router = useRouter();
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return;
      const link = event.target.closest<HTMLAnchorElement>('a[data-soft]:not([download])');
      const target = link && softTarget(event, link, window.location);
      if (!target) return;
      event.preventDefault();
      router.push(target);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, [router]);
  return null;
}
