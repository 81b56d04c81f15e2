import { getTranslations } from 'next-intl/server';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import type { EvidenceRow } from '@/lib/incident/model';
import type { TimelineItem } from '@/lib/incident/server';
import { VerifyBox, VerifyProvider } from '../../_components/verify';
import { verifyTexts } from '../../_components/verify-texts';

/** The head of the chain, a check on demand, and the bundle that can be checked elsewhere. */
export async function IntegrityPanel({
  incidentId,
  head,
  evidence,
}: {
  incidentId: string;
  head: TimelineItem | null;
  evidence: readonly EvidenceRow[];
}) {
  const [t, texts] = await Promise.all([getTranslations('audit'), verifyTexts()]);
  const fileNames = Object.fromEntries(
    evidence.flatMap(({ id, fileName }) => (fileName ? [[id, fileName]] : [])),
  );
  return (
    <Panel title={t('integrity')}>
      <div className="space-y-3">
        {head && (
          <p className="text-xs text-soft">
            {t('head', { seq: head.seq })}
            <code className="mt-1 block rounded-sm bg-sunken px-2 py-1 break-all">{head.hash}</code>
          </p>
        )}
        <VerifyProvider texts={texts}>
          <VerifyBox stream={`incident:${incidentId}`} fileNames={fileNames} />
        </VerifyProvider>
        <p>
          <a
            href={`/api/v1/incidents/${incidentId}/export?format=jsonl`}
            download
            className={buttonClass()}
          >
            {t('export')}
          </a>
        </p>
        <p className="text-xs text-faint">{t('exportHint')}</p>
      </div>
    </Panel>
  );
}
