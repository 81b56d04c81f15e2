import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';

/** A form that stands behind its button, so that the list comes first. */
export function Fold({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details>
      <summary className={buttonClass()}>{label}</summary>
      <div className="mt-3">{children}</div>
    </details>
  );
}
