'use client';

import { diffWords } from '@/lib/incident/word-diff';
import { Button } from '../ui/button';
import { DiffText } from '../ui/diff-text';
import { Notice } from '../ui/notice';
import type { OvertakenTexts, SheetData } from './sheet';

/** The version somebody saved in between beside what one's own text makes of it. */
export function OvertakenPanel({
  newest,
  base,
  mine,
  texts,
  onTake,
  onKeep,
}: {
  newest: SheetData;
  base: string;
  mine: string;
  texts: OvertakenTexts;
  onTake: () => void;
  onKeep: () => void;
}) {
  const fill = (text: string) =>
    text
      .replace('{name}', newest.savedBy ?? '—')
      .replace('{at}', newest.savedAt ?? '—')
      .replace('{newest}', newest.baseVersion ?? '')
      .replace('{base}', base);
  const box = 'mt-1 max-h-60 overflow-y-auto rounded-md bg-paper p-3 text-ink';
  return (
    <Notice tone="amber" title={fill(texts.title)}>
      <p>{texts.lead}</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        <section className="min-w-0">
          <h3 className="font-medium">{fill(texts.theirs)}</h3>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reachable by keyboard
            tabIndex={0}
            className={`${box} break-words whitespace-pre-wrap`}
          >
            {newest.body}
          </div>
        </section>
        <section className="min-w-0">
          <h3 className="font-medium">{fill(texts.difference)}</h3>
          <div
            // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
            tabIndex={0}
            className={box}
          >
            <DiffText
              parts={diffWords(newest.body ?? '', mine)}
              added={texts.added}
              removed={texts.removed}
            />
          </div>
        </section>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" variant="primary" onClick={onTake}>
          {fill(texts.takeTheirs)}
        </Button>
        <Button size="sm" onClick={onKeep}>
          {texts.keepMine}
        </Button>
      </div>
    </Notice>
  );
}
