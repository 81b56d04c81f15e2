'use client';

import { Upload } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Input } from '@/components/ui/inputs';
import { ACCEPTED_TYPES } from '@/lib/evidence/accepted';
import { UploadLine } from './upload-line';
import type { UploadTexts } from './upload-texts';
import { useUploads } from './use-uploads';

const ENDINGS = [...new Set(Object.values(ACCEPTED_TYPES).flatMap(({ extensions }) => extensions))]
  .map((extension) => `.${extension}`)
  .join(',');

/** Adds evidence: choose files, drop them, or paste a screenshot. Each shows how far it is. */
export function UploadEvidence({ incidentId, texts }: { incidentId: string; texts: UploadTexts }) {
  const { items, add, cancel, retry } = useUploads(incidentId, texts);
  const [about, setAbout] = useState('');
  const [isOver, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const hint = useId();

  const take = (files: FileList | null) => {
    if (!files || files.length === 0) return false;
    add([...files], about.trim());
    setAbout('');
    return true;
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const onPaste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };

  return (
    <div className="space-y-3">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping and pasting are extra ways beside the button */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        onPaste={onPaste}
        className={classNames(
          'grid gap-3 rounded-md border border-dashed p-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end',
          isOver ? 'border-accent bg-accent-pale' : 'border-control/60',
        )}
      >
        <Input
          name="evidence-about"
          label={texts.about}
          value={about}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => setAbout(event.target.value)}
        />
        <div>
          <input
            ref={picker}
            type="file"
            multiple
            hidden
            accept={ENDINGS}
            aria-hidden="true"
            tabIndex={-1}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <Button
            aria-describedby={hint}
            className="w-full"
            onClick={() => picker.current?.click()}
          >
            <Upload aria-hidden="true" className="size-4" />
            {texts.choose}
          </Button>
        </div>
        <p id={hint} className="text-xs text-faint sm:col-span-2">
          <span className="max-sm:hidden">{texts.drop} · </span>
          {texts.limits}
        </p>
      </div>
      {items.length > 0 && (
        <ul className="space-y-2" aria-live="polite">
          {items.map((item) => (
            <UploadLine
              key={item.id}
              item={item}
              texts={texts}
              onCancel={() => cancel(item.id)}
              onRetry={() => retry(item, about.trim())}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
