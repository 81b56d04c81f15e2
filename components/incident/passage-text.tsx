'use client';

import { useEffect, useRef, useState } from 'react';
import { type Passage, sentencesOf, stretchesOf } from '@/lib/incident/passages';
import { Button, buttonClass } from '../ui/button';
import { commandHref } from './command-href';

export interface PassageTexts {
  hint: string;
  bySentence: string;
  endSentences: string;
  chosen: string;
  /** `{sentence}`: name of the button over a sentence. */
  sentence: string;
}

/** A mark over a passage; `id` is the place on the page that speaks of it. */
export interface PassageMark extends Passage {
  id: string;
}

/**
 * A text on whose passages people may comment: words selected with mouse or finger bring up a button,
 * and a sentence can be chosen with the keyboard. What was commented on is marked with its number.
 * The buttons are command links, so that the page's `CommandHost` opens the form.
 */
export function PassageText({
  body,
  target,
  marks,
  texts,
}: {
  body: string;
  /** The version read; null = the reader may not comment. */
  target: { wordingId: string; contentHash: string } | null;
  marks: readonly PassageMark[];
  texts: PassageTexts;
}) {
  const [bySentence, setBySentence] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  const chosen = useSelection(text, target !== null && !bySentence);
  const link = (place: Passage) =>
    target
      ? commandHref('remarkOnWording', {
          ...target,
          from: String(place.from),
          to: String(place.to),
        })
      : '';
  return (
    <div className="min-w-0">
      {bySentence && target ? (
        <Sentences body={body} link={link} label={texts.sentence} />
      ) : (
        <p ref={text} className="max-w-prose break-words whitespace-pre-wrap">
          <Marked body={body} marks={marks} />
        </p>
      )}
      {target && (
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-faint">
          {!bySentence && <span className="max-sm:basis-full">{texts.hint}</span>}
          <Button size="sm" aria-pressed={bySentence} onClick={() => setBySentence(!bySentence)}>
            {bySentence ? texts.endSentences : texts.bySentence}
          </Button>
        </p>
      )}
      {chosen && (
        <div className="fixed inset-x-3 bottom-36 z-40 mx-auto flex max-w-md items-center gap-3 rounded-md border border-accent bg-paper p-3 shadow-float select-none md:bottom-6">
          <span className="min-w-0 grow truncate text-soft">
            “{body.slice(chosen.from, chosen.to)}”
          </span>
          {/* biome-ignore lint/a11y/useSemanticElements: the page's host opens command links */}
          <a
            role="button"
            href={link(chosen)}
            data-command="remarkOnWording"
            className={buttonClass({ variant: 'primary' })}
          >
            {texts.chosen}
          </a>
        </div>
      )}
    </div>
  );
}

function Marked({ body, marks }: { body: string; marks: readonly PassageMark[] }) {
  return stretchesOf(body, marks).map(({ from, to, marks: over }) => {
    const words = body.slice(from, to);
    if (over.length === 0) return words;
    const ending = over.filter((number) => marks[number - 1]?.to === to);
    return (
      <mark
        key={from}
        data-number={ending.join('·')}
        className="border-b-2 border-amber-mark bg-amber-pale text-ink not-[[data-number='']]:after:align-super not-[[data-number='']]:after:text-xs not-[[data-number='']]:after:text-amber not-[[data-number='']]:after:content-[attr(data-number)]"
      >
        {words}
      </mark>
    );
  });
}

/** The text with each sentence as a button; the gaps between them stay. */
function Sentences({
  body,
  link,
  label,
}: {
  body: string;
  link: (place: Passage) => string;
  label: string;
}) {
  const sentences = sentencesOf(body);
  return (
    <p className="max-w-prose break-words whitespace-pre-wrap">
      {sentences.map((place, index) => {
        const words = body.slice(place.from, place.to);
        return (
          <span key={place.from}>
            {body.slice(sentences[index - 1]?.to ?? 0, place.from)}
            {/* biome-ignore lint/a11y/useSemanticElements: the page's host opens command links */}
            <a
              role="button"
              href={link(place)}
              data-command="remarkOnWording"
              aria-label={label.replace('{sentence}', words)}
              className="rounded-sm underline decoration-accent decoration-dotted underline-offset-4 hover:bg-accent-pale"
            >
              {words}
            </a>
          </span>
        );
      })}
      {body.slice(sentences.at(-1)?.to ?? 0)}
    </p>
  );
}

const LONGEST = 500;
/** A press on the button clears the selection first on some phones. */
const LINGER_MS = 400;

/** The passage of `text` that is selected now; null = none, or more than one comment may speak of. */
function useSelection(text: React.RefObject<HTMLElement | null>, isOn: boolean): Passage | null {
  const [chosen, setChosen] = useState<Passage | null>(null);
  useEffect(() => {
    if (!isOn) return setChosen(null);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      clearTimeout(timer);
      const found = text.current && selectedIn(text.current);
      if (found) setChosen(found);
      else timer = setTimeout(() => setChosen(null), LINGER_MS);
    };
    document.addEventListener('selectionchange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('selectionchange', follow);
    };
  }, [text, isOn]);
  return chosen;
}

function selectedIn(text: HTMLElement): Passage | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const from = before.toString().length;
  const to = from + range.toString().length;
  const isFit = to > from && to - from <= LONGEST && range.toString().trim() !== '';
  return isFit ? { from, to } : null;
}
