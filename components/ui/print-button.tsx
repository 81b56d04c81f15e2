'use client';

import { Button } from './button';

/** Prints the page as it is laid out for paper. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button data-no-print="" className="max-sm:hidden" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
