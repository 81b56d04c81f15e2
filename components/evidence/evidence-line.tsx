import {
  File,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileVideo,
  type LucideIcon,
  Presentation,
} from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/ui/time';
import { type EvidenceKind, isShownInline, kindOf } from '@/lib/evidence/accepted';
import { formatBytes } from '@/lib/evidence/size';
import type { EvidenceRow } from '@/lib/incident/rows';
import { CopyHash } from './copy-hash';

const ICONS: Record<EvidenceKind, LucideIcon> = {
  image: FileImage,
  pdf: FileText,
  document: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  audio: FileAudio,
  video: FileVideo,
  text: FileText,
};

/** Larger images are opened on request only: a list must stay light. */
const THUMBNAIL_MAX_BYTES = 3 * 1024 * 1024;

/** One piece of evidence: what it is, its fingerprint, who recorded it when, and the file. */
export function EvidenceLine({
  incidentId,
  row,
  person,
  now,
}: {
  incidentId: string;
  row: EvidenceRow;
  person: string;
  now: string;
}) {
  const t = useTranslations('evidence');
  const kind = kindOf(row.mediaType);
  const name = row.fileName ?? t('nameless');
  const href = `/api/evidence/${incidentId}/${row.id}`;
  return (
    <li className="flex gap-3 px-4 py-3">
      <Preview href={href} row={row} label={t('open', { name })} />
      <div className="min-w-0 grow">
        <p className="font-medium wrap-anywhere">{name}</p>
        {row.about && <p className="text-soft wrap-anywhere">{row.about}</p>}
        <div className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-xs text-faint">
          <span>{kind ? t(`kind.${kind}`) : t('otherKind')}</span>
          <span className="tabular-nums">{formatBytes(row.sizeBytes)}</span>
          <span>
            {person} · <Time at={row.attachedAt} now={now} />
          </span>
          <CopyHash sha256={row.sha256} label={t('copyHash', { name })} copied={t('copied')} />
        </div>
      </div>
      <a
        href={href}
        download
        aria-label={t('downloadFile', { name })}
        className="inline-flex shrink-0 items-start text-accent hover:underline max-sm:min-h-11 max-sm:py-2"
      >
        {t('download')}
      </a>
    </li>
  );
}

function Preview({ href, row, label }: { href: string; row: EvidenceRow; label: string }) {
  const box = 'size-12 shrink-0 overflow-hidden rounded-sm border border-line bg-sunken';
  if (isShownInline(row.mediaType)) {
    const isSmall = row.sizeBytes <= THUMBNAIL_MAX_BYTES;
    return (
      <a
        href={`${href}?inline`}
        target="_blank"
        rel="noreferrer"
        aria-label={label}
        className={box}
      >
        {isSmall ? (
          // biome-ignore lint/performance/noImgElement: private content, served as it is
          <img src={`${href}?inline`} alt="" loading="lazy" className="size-full object-cover" />
        ) : (
          <KindIcon kind="image" />
        )}
      </a>
    );
  }
  return (
    <div className={box}>
      <KindIcon kind={kindOf(row.mediaType)} />
    </div>
  );
}

function KindIcon({ kind }: { kind: EvidenceKind | null }) {
  const Icon = kind ? ICONS[kind] : File;
  return <Icon aria-hidden="true" className="m-auto mt-3 size-6 text-faint" strokeWidth={1.5} />;
}
