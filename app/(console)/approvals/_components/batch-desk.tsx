import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '@/components/ui/notice';
import type { WordingKind } from '@/lib/incident/keys';
import { loadSignatureCard, type WaitingSignature } from '@/lib/incident/server';
import { BatchForm, type BatchItem } from './batch-form';
import { refusedTexts } from './refused-texts';
import { SignatureCard } from './signature-card';

/** Texts shown for signing at once; the others come up after these. */
const MOST_AT_ONCE = 10;

/** Kinds of which at least two ordinary texts wait: only these are signed together. */
function batchKinds(signatures: readonly WaitingSignature[]): [WordingKind, number][] {
  const counts = new Map<WordingKind, number>();
  for (const one of signatures.filter(isOrdinary)) {
    counts.set(one.kind, (counts.get(one.kind) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count > 1);
}

const isOrdinary = ({ grade }: WaitingSignature): boolean => grade === 'ordinary';

/** The way to signing several at once, where there is something to. */
export async function BatchLinks({ signatures }: { signatures: readonly WaitingSignature[] }) {
  const t = await getTranslations('approvals');
  const kinds = batchKinds(signatures);
  if (kinds.length === 0) return null;
  return (
    <p className="mb-3 flex flex-wrap gap-x-4">
      {kinds.map(([kind, count]) => (
        <Link
          key={kind}
          href={`/approvals?tab=sign&batch=${kind}`}
          className="py-2 text-accent hover:underline"
        >
          {t('batch.link', { kind: t(`kind.${kind}`), count })}
        </Link>
      ))}
    </p>
  );
}

/** Ordinary texts of one kind, each to be opened before it can be chosen. */
export async function BatchDesk({
  signatures,
  kind,
  now,
}: {
  signatures: readonly WaitingSignature[];
  kind: string;
  now: string;
}) {
  const t = await getTranslations('approvals');
  const ofKind = signatures.filter((one) => one.kind === kind && isOrdinary(one));
  const cards = await Promise.all(ofKind.slice(0, MOST_AT_ONCE).map(loadSignatureCard));
  const items = cards.flatMap((card): BatchItem[] =>
    // What asks for more than a yes is signed by itself.
    card && !card.outside && !card.isReleased && !card.asksProofread
      ? [
          {
            stepId: card.stepId,
            incidentId: card.incidentId,
            wordingId: card.wordingId,
            contentHash: card.contentHash,
            title: card.wordingTitle ?? '',
            number: card.number,
            card: <SignatureCard card={card} now={now} />,
          },
        ]
      : [],
  );
  const alone = cards.filter((card) => card !== null).length - items.length;
  return (
    <div className="space-y-3">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <span className="grow text-soft">{t('batch.lead')}</span>
        <Link href="/approvals?tab=sign" className="py-2 text-accent hover:underline">
          {t('batch.back')}
        </Link>
      </p>
      {alone > 0 && <p className="text-amber">{t('batch.alone', { count: alone })}</p>}
      <BatchForm
        items={items}
        empty={
          <div className="rounded-md border border-line bg-paper">
            <EmptyState title={t('nothingToSign')}>{t('nothingToSignHint')}</EmptyState>
          </div>
        }
        texts={{
          open: t('batch.open'),
          choose: t('batch.choose'),
          approve: t('batch.approve', { count: '{count}' }),
          confirm: t('batch.confirm', { count: '{count}' }),
          cancel: t('cancel'),
          working: t('working'),
          done: t('batch.done'),
          offline: t('refused.offline'),
          refused: refusedTexts(t),
        }}
      />
    </div>
  );
}
