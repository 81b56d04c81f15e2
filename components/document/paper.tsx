import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';
import type { Block, Head, OfficialDocument, Said } from '@/lib/document/model';
import { titleLines } from '@/lib/document/title-lines';
import { PaperChart } from './paper-chart';
import { PaperBox, PaperForm, PaperTable } from './paper-table';

/** Black on white whatever the theme: a document is printed. */
const SHEET =
  'mx-auto w-full max-w-[794px] border border-line bg-[#fff] px-4 py-6 text-base leading-[1.8] text-[#000] shadow-float [font-family:FangSong,仿宋,STFangsong,serif] sm:px-[106px] sm:pt-[140px] sm:pb-[132px] sm:text-[21px]';
const TITLE = '[font-family:方正小标宋简体,SimSun,宋体,STSong,serif]';
const BLACK = '[font-family:SimHei,黑体,STHeiti,sans-serif]';
const SCRIPT = '[font-family:KaiTi,楷体,STKaiti,serif]';

/** A document as the reader will have it on paper, near enough to judge; the file itself is exact. */
export function Paper({
  document,
  emptyLabel,
}: {
  document: OfficialDocument;
  emptyLabel: string;
}) {
  const { head, title, addressee, blocks, attachments, signature, note, closing } = document;
  return (
    <article lang="zh-CN" aria-label={title} className={SHEET}>
      <PaperHead head={head} />
      <h2 className={classNames(TITLE, 'mb-[1.6em] text-center text-[1.375em] leading-[1.5]')}>
        {titleLines(title).map((line) => (
          <span key={line} className="sm:block">
            {line}
          </span>
        ))}
      </h2>
      {head.kind === 'form' &&
        head.notes.map((note) => (
          <p key={note.text} className="-mt-[1.4em] mb-[1em] text-center text-[0.75em]">
            {note.text}
          </p>
        ))}
      {addressee && <p>{addressee}：</p>}
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no other name and never move
        <PaperBlock key={index} block={block} emptyLabel={emptyLabel} />
      ))}
      {attachments.length > 0 && (
        <ol className="mt-[1.8em] ps-[2em]">
          {attachments.map((one, index) => (
            <li key={one.text}>
              {index === 0 ? '附件：' : '　　　'}
              {attachments.length > 1 ? `${index + 1}．` : ''}
              {one.text}
            </li>
          ))}
        </ol>
      )}
      {signature && (
        <p className="mt-[2.4em] pe-[2em] text-end">
          {signature.org}
          <br />
          {signature.date}
        </p>
      )}
      {note && <p className="indent-[2em]">{note.text}</p>}
      {closing.length > 0 && (
        <div
          className={classNames(
            'mt-[2em] text-[0.875em]',
            head.kind !== 'letter' && 'divide-y divide-[#000] border-y-2 border-[#000]',
          )}
        >
          {closing.map(({ label, value }) => (
            <p
              key={label}
              className={classNames('px-[1em]', !label && 'flex flex-wrap justify-between')}
            >
              {label
                ? `${label}：${value.map((one) => one.text).join('，')}`
                : value.map((one) => <span key={one.text}>{one.text}</span>)}
            </p>
          ))}
        </div>
      )}
    </article>
  );
}

function PaperHead({ head }: { head: Head }) {
  if (head.kind === 'letterhead') {
    return (
      <header className="mb-[3em]">
        {head.urgency && <p className={BLACK}>{head.urgency}</p>}
        <Mark>{head.mark}</Mark>
        <p className="mt-[2em] flex min-h-[1.8em] justify-between border-b-2 border-[#d00000] px-[1em] pb-[0.4em]">
          <span>{head.number}</span>
          {head.signer && (
            <span>
              签发人：<span className={SCRIPT}>{head.signer}</span>
            </span>
          )}
        </p>
      </header>
    );
  }
  if (head.kind === 'bulletin') {
    return (
      <header className="mb-[2em]">
        <Mark isWide>{head.name}</Mark>
        {head.issue && <p className={classNames(SCRIPT, 'text-center')}>{head.issue}</p>}
        <p className="mt-[0.6em] flex flex-wrap justify-between border-b-2 border-[#d00000] px-[1em] pb-[0.2em]">
          <span>{head.office}</span>
          <span>{head.date}</span>
        </p>
      </header>
    );
  }
  if (head.kind === 'letter') {
    return (
      <header className="mb-[2.4em]">
        <Mark>{head.mark}</Mark>
        <div className="mt-[0.6em] h-[6px] border-t-[3px] border-b border-[#d00000]" />
        <p className="mt-[0.8em] flex min-h-[1.8em] justify-between">
          <span className={BLACK}>{head.urgency}</span>
          <span>{head.number}</span>
        </p>
      </header>
    );
  }
  return null;
}

function Mark({ children, isWide = false }: { children: ReactNode; isWide?: boolean }) {
  return (
    <p
      className={classNames(
        TITLE,
        'text-center text-[2.2em] leading-[1.4] text-[#d00000]',
        isWide && 'ps-[0.8em] tracking-[0.8em]',
      )}
    >
      {children}
    </p>
  );
}

const LEVELS = { 1: BLACK, 2: SCRIPT, 3: '' } as const;

function PaperBlock({ block, emptyLabel }: { block: Block; emptyLabel: string }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? (
        <h3 className={classNames(LEVELS[1], 'indent-[2em]')}>{block.text}</h3>
      ) : (
        <h4 className={classNames(LEVELS[block.level], 'indent-[2em]')}>{block.text}</h4>
      );
    case 'paragraph':
      return <Sentences sentences={block.sentences} isFlush={block.isFlush ?? false} />;
    case 'formula':
      return <p className="indent-[2em]">{block.text}</p>;
    case 'table':
      return <PaperTable block={block} />;
    case 'form':
      return <PaperForm block={block} />;
    case 'chart':
      return <PaperChart chart={block.chart} />;
    case 'box':
      return <PaperBox label={block.label} emptyLabel={emptyLabel} />;
  }
}

function Sentences({ sentences, isFlush }: { sentences: readonly Said[]; isFlush: boolean }) {
  return (
    <p className={classNames('text-justify wrap-anywhere', !isFlush && 'indent-[2em]')}>
      {sentences.map((one) => one.text).join('')}
    </p>
  );
}
