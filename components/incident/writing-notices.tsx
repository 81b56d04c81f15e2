'use client';

import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { Button } from '../ui/button';
import { Notice } from '../ui/notice';
import type { KeptDraft } from './form-draft';
import type { FormTexts } from './sheet';
import type { OtherWriter } from './use-writing';

/** An instant by the browser's own clock. */
const moment = (at: string): string =>
  formatMoment(at, new Date().toISOString(), toLocale(document.documentElement.lang));

/** What was kept on this device and brought back, from when, to go on with or to throw away. */
export function KeptNotice({
  kept,
  isText,
  texts,
  onKeep,
  onDiscard,
}: {
  kept: KeptDraft;
  isText: boolean;
  texts: FormTexts;
  onKeep: () => void;
  onDiscard: () => void;
}) {
  const { body, baseVersion } = kept.values;
  return (
    <Notice
      tone="blue"
      actions={
        <>
          {isText && (
            <Button size="sm" onClick={onKeep}>
              {texts.draftKeep}
            </Button>
          )}
          <Button size="sm" onClick={onDiscard}>
            {texts.draftDiscard}
          </Button>
        </>
      }
    >
      {texts.draftRestored}
      {isText && (
        <>
          {' '}
          {texts.draftKeptAt
            .replace('{at}', moment(kept.keptAt))
            .replace('{count}', String(String(body ?? '').length))}
          {baseVersion && ` ${texts.draftBase.replace('{version}', String(baseVersion))}`}
        </>
      )}
    </Notice>
  );
}

/** How a text stands with the network and with others who write on it. */
export function WritingNotices({
  network,
  isKept,
  others,
  setAside,
  texts,
}: {
  network: 'fine' | 'gone' | 'back';
  isKept: boolean;
  others: readonly OtherWriter[];
  setAside: string;
  texts: FormTexts;
}) {
  const named = others.map(
    ({ name, since }) => name + texts.otherWritersWhat.replace('{since}', moment(since)),
  );
  return (
    <div aria-live="polite" className="space-y-4 empty:hidden">
      {network === 'gone' && <Notice tone="amber">{texts.disconnected}</Notice>}
      {network === 'back' && <Notice tone="green">{texts.reconnected}</Notice>}
      {!isKept && <Notice tone="red">{texts.draftFailed}</Notice>}
      {named.length > 0 && (
        <Notice tone="amber">
          {texts.otherWriters.replace('{names}', named.join(texts.listSeparator))}
        </Notice>
      )}
      {setAside !== '' && (
        <details className="rounded-md border border-line p-3">
          <summary className="text-accent hover:underline">{texts.overtaken.setAside}</summary>
          <p className="mt-2 max-h-60 overflow-y-auto break-words whitespace-pre-wrap">
            {setAside}
          </p>
        </details>
      )}
    </div>
  );
}
