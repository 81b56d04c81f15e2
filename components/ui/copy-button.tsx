'use client';

import { Button } from './button';
import { toast } from './toast';

/** Puts a text on the clipboard, also where the page is not served over https. */
export function CopyButton({
  text,
  texts,
}: {
  text: string;
  texts: Record<'label' | 'done' | 'failed', string>;
}) {
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied || copyBySelection(text)) toast(texts.done);
    else toast(texts.failed, 'failed');
  };
  return (
    <Button size="sm" variant="primary" onClick={() => void copy()}>
      {texts.label}
    </Button>
  );
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  document.body.append(area);
  area.select();
  const copied = document.execCommand('copy');
  area.remove();
  return copied;
}
