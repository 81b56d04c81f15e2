'use client';

import { Copy } from 'lucide-react';
import { toast } from '@/components/ui/toast';

/** The beginning of a fingerprint; pressing it copies the whole. */
export function CopyHash({
  sha256,
  label,
  copied,
}: {
  sha256: string;
  label: string;
  copied: string;
}) {
  const copy = async () => {
    if (await copyText(sha256)) toast(copied);
  };
  return (
    <button
      type="button"
      onClick={copy}
      title={sha256}
      aria-label={label}
      className="inline-flex items-center gap-1 rounded-sm font-mono text-xs text-soft tabular-nums hover:text-accent max-sm:min-h-9"
    >
      {sha256.slice(0, 12)}
      <Copy aria-hidden="true" className="size-3" />
    </button>
  );
}

/** Over plain http browsers offer no clipboard; a selected field serves there. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    field.select();
    const isCopied = document.execCommand('copy');
    field.remove();
    return isCopied;
  }
}
