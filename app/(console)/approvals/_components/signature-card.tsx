import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LevelBadge } from '@/components/incident/level-badge';
import { Badge } from '@/components/ui/badge';
import { Diff } from '@/components/ui/diff';
import { Time } from '@/components/ui/time';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { SignatureCard as Card } from '@/lib/incident/server';
import { waited } from './queue';

/** What is to be signed: what it belongs to, what changed, and the whole text. */
export function SignatureCard({
  card,
  now,
  text,
  comments,
}: {
  card: Card;
  now: string;
  /** The text as the reader may comment on it; without it the text is only read. */
  text?: ReactNode;
  comments?: ReactNode;
}) {
  const t = useTranslations('approvals');
  const locale = toLocale(useLocale());
  return (
    <article className="rounded-md border border-line bg-paper">
      <header className="border-b border-line px-4 py-3">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
          <Link
            href={`/incidents/${card.incidentId}`}
            className="text-accent tabular-nums hover:underline"
          >
            {card.number}
          </Link>
          <span className="min-w-0">{card.incidentTitle}</span>
          <LevelBadge grade={card.grade} plan={card.plan} />
          {card.isDrill && <Badge tone="amber">{t('drill')}</Badge>}
        </p>
        <h2 className="mt-1.5 text-base font-semibold text-balance">{card.wordingTitle}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
          <Badge>{t(`kind.${card.kind}`)}</Badge>
          <span>{t('version', { version: card.version })}</span>
          <span>{t('drafted', { names: joinWords(card.draftedBy, locale) })}</span>
          <span>
            {t('submitted', { name: card.submittedBy })} <Time at={card.submittedAt} now={now} />
          </span>
          <span className="font-medium text-amber">
            {t('waited', { span: waited(card.waitingSince, now, locale) })}
          </span>
        </p>
      </header>
      {card.isReleased && (
        <p className="mx-4 mt-3 rounded-md bg-red-pale px-3 py-1.5 text-red">{t('released')}</p>
      )}
      {card.sentBackFor && (
        <p className="mx-4 mt-3 rounded-md bg-amber-pale px-3 py-1.5 text-amber">
          {t('sentBackFor', { reason: card.sentBackFor })}
        </p>
      )}
      <Ticked items={card.ticked} name={card.submittedBy} isEnglish={locale === 'en'} />
      <Changes card={card} />
      <FullText card={card}>{text}</FullText>
      {comments}
    </article>
  );
}

/** What the sender looked at, item by item. */
function Ticked({
  items,
  name,
  isEnglish,
}: {
  items: Card['ticked'];
  name: string;
  isEnglish: boolean;
}) {
  const t = useTranslations('approvals');
  if (items.length === 0) return null;
  return (
    <details className="border-b border-line px-4 py-2">
      <summary className="text-xs text-accent hover:underline">
        {t('ticked', { name, count: items.length })}
      </summary>
      <ul className="mt-1 list-disc ps-5 text-soft">
        {items.map(({ key, zh, en }) => (
          <li key={key}>{isEnglish ? en : zh}</li>
        ))}
      </ul>
    </details>
  );
}

function Changes({ card }: { card: Card }) {
  const t = useTranslations('approvals');
  const { base } = card;
  if (!base) return null;
  const isSame = card.diff.every((part) => part.kind === 'same');
  const version = { version: base.version };
  return (
    <section className="border-b border-line px-4 py-3">
      <h3 className="text-xs font-medium text-faint">
        {base.isApproved ? t('sinceApproved', version) : t('sinceVersion', version)}
      </h3>
      {base.returnReason && (
        <p className="mt-2 rounded-md bg-amber-pale px-3 py-1.5 text-amber">
          {t('returnedFor', { reason: base.returnReason })}
        </p>
      )}
      <div className="mt-2 max-w-prose text-base leading-relaxed max-sm:text-sm">
        {isSame ? <p className="text-soft">{t('unchanged')}</p> : <Diff parts={card.diff} />}
      </div>
    </section>
  );
}

function FullText({ card, children }: { card: Card; children: ReactNode }) {
  const t = useTranslations('approvals');
  const count = [...card.body].filter((sign) => sign.trim() !== '').length;
  return (
    <details open={card.base === null} className="group/fold">
      <summary className="flex min-h-11 items-center gap-2 px-4 hover:bg-sunken">
        <span aria-hidden="true" className="text-faint group-open/fold:rotate-90">
          ▸
        </span>
        <h3 className="grow font-medium">{t('fullText')}</h3>
        <span className="text-xs text-faint tabular-nums">{t('characters', { count })}</span>
      </summary>
      <div className="border-t border-line px-4 py-3">
        <div className="text-base leading-relaxed max-sm:text-sm">
          {children ?? <p className="max-w-prose whitespace-pre-wrap">{card.body}</p>}
        </div>
        {card.base === null && <p className="mt-3 text-xs text-faint">{t('firstVersion')}</p>}
      </div>
    </details>
  );
}
