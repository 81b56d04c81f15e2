import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/ui/layout';
import type { EvidenceRow } from '@/lib/incident/rows';
import { EvidenceLine } from './evidence-line';
import { UploadEvidence } from './upload-evidence';
import type { UploadTexts } from './upload-texts';

/** Evidence of an incident, newest first, and the place to add more. */
export async function EvidenceSection({
  incidentId,
  evidence,
  nameOf,
  canUpload,
  now,
  id = 'evidence',
}: {
  incidentId: string;
  evidence: readonly EvidenceRow[];
  /** Name of a person by id. */
  nameOf: (id: string) => string;
  /** Whether this person may add evidence. */
  canUpload: boolean;
  /** Business time, ISO UTC. */
  now: string;
  id?: string | undefined;
}) {
  const t = await getTranslations('evidence');
  const rows = evidence.toSorted((a, b) => b.attachedAt.localeCompare(a.attachedAt));
  return (
    <Section
      title={t('title')}
      id={id}
      open={rows.length > 0}
      summary={rows.length > 0 ? t('count', { count: rows.length }) : t('empty')}
      flush
    >
      {rows.length === 0 ? (
        <p className="px-4 pt-4 text-soft last:pb-4">{t('emptyHint')}</p>
      ) : (
        <ul aria-label={t('caption')} className="divide-y divide-line">
          {rows.map((row) => (
            <EvidenceLine
              key={row.id}
              incidentId={incidentId}
              row={row}
              person={nameOf(row.attachedBy)}
              now={now}
            />
          ))}
        </ul>
      )}
      {canUpload && (
        <div className={rows.length > 0 ? 'border-t border-line p-4' : 'p-4'}>
          <UploadEvidence incidentId={incidentId} texts={await uploadTexts()} />
        </div>
      )}
    </Section>
  );
}

async function uploadTexts(): Promise<UploadTexts> {
  const t = await getTranslations('evidence.upload');
  return {
    about: t('about'),
    choose: t('choose'),
    drop: t('drop'),
    limits: t('limits'),
    sending: t('sending'),
    waiting: t('waiting'),
    checking: t('checking'),
    done: t('done'),
    duplicate: t('duplicate'),
    cancel: t('cancel'),
    cancelled: t('cancelled'),
    retry: t('retry'),
    offline: t('offline'),
    failed: t('failed'),
    signedOut: t('signedOut'),
    tooLarge: t('tooLarge'),
    emptyFile: t('emptyFile'),
  };
}
