'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useEffect, useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';

/** Chosen pictures with a preview; they are sent once the incident exists. */
export function Screenshots({
  files,
  onAdd,
  onRemove,
}: {
  files: readonly File[];
  onAdd: (files: File[]) => void;
  onRemove: (file: File) => void;
}) {
  const t = useTranslations('log');
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    onAdd([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <div>
      <p className="mb-1 font-medium text-soft">{t('shots.label')}</p>
      <div className="flex flex-wrap items-start gap-2">
        {files.map((file) => (
          <Preview
            key={`${file.name}-${file.size}-${file.lastModified}`}
            file={file}
            onRemove={onRemove}
          />
        ))}
        <label
          className={classNames(
            buttonClass(),
            'cursor-pointer has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          {t('shots.choose')}
          <input type="file" accept="image/*" multiple onChange={choose} className="sr-only" />
        </label>
      </div>
      <p className="mt-1 text-xs text-faint">{t('shots.hint')}</p>
    </div>
  );
}

function Preview({ file, onRemove }: { file: File; onRemove: (file: File) => void }) {
  const t = useTranslations('log');
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <figure className="relative">
      {/* biome-ignore lint/performance/noImgElement: a file that has not left the browser */}
      <img
        src={url}
        alt={file.name}
        className="h-20 w-28 rounded-md border border-line bg-sunken object-cover"
      />
      <Button
        size="sm"
        aria-label={t('shots.remove', { name: file.name })}
        onClick={() => onRemove(file)}
        className="absolute end-1 top-1"
      >
        ×
      </Button>
    </figure>
  );
}
