import type { ReactNode } from 'react';
import { Shell } from '@/components/shell/shell';
import { loadShell } from '@/lib/access/server';

/** The signed-in area; without a session `loadShell` redirects to the sign-in page. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const shell = await loadShell();
  const now = new Date(Date.now() + (shell.demo?.offsetMs ?? 0)).toISOString();
  return (
    <Shell shell={shell} now={now}>
      {children}
    </Shell>
  );
}
