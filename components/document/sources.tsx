import { useTranslations } from 'next-intl';
import { type FactRef, type OfficialDocument, saidIn } from '@/lib/document/model';

/** Where on the incident's page the rows of a fact stand. */
const PLACES: Partial<Record<FactRef['rows'], string>> = {
  incident: 'facts',
  mentions: 'facts',
  reports: 'reports',
  matterReports: 'reports',
  gradings: 'facts',
  assessments: 'facts',
  assignments: 'handling',
  measures: 'handling',
  wordings: 'wordings',
  wordingVersions: 'wordings',
  approvalRuns: 'wordings',
  approvalSteps: 'wordings',
  approvalDecisions: 'wordings',
  replies: 'speaking',
  publications: 'speaking',
  nonPublications: 'speaking',
  mediaEnquiries: 'speaking',
  correctionLetters: 'speaking',
  samples: 'follow-up',
  reviews: 'review',
  correctiveActions: 'review',
};

function grouped(facts: readonly FactRef[]): [FactRef['rows'], FactRef[]][] {
  const groups = new Map<FactRef['rows'], FactRef[]>();
  for (const fact of facts) groups.set(fact.rows, [...(groups.get(fact.rows) ?? []), fact]);
  return [...groups];
}

/** Every sentence of a document with the records it was made from (guard 8). */
export function Sources({
  document,
  incidentId,
}: {
  document: OfficialDocument;
  incidentId: string | null;
}) {
  const t = useTranslations('documents');
  const said = saidIn(document);
  return (
    <details className="rounded-md border border-line bg-paper">
      <summary className="px-4 py-3 font-medium">{t('sources', { count: said.length })}</summary>
      <p className="px-4 text-xs text-faint">{t('sourcesHint')}</p>
      <ol className="divide-y divide-line px-4 py-2 text-sm">
        {said.map((one, index) => {
          const groups = grouped(one.facts);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences of a finished document never move
            <li key={index} className="grid gap-x-4 py-1.5 sm:grid-cols-[1fr_220px]">
              <span className="wrap-anywhere">{one.text}</span>
              <span className="text-xs text-soft">
                {groups.map(([rows, facts], position) => {
                  const isSearched = facts.every((fact) => fact.id === null) && one.isAbsent;
                  const words = isSearched
                    ? t('searched', { rows: t(`rows.${rows}`) })
                    : t('found', {
                        rows: t(`rows.${rows}`),
                        count: new Set(facts.map((fact) => fact.id)).size,
                      });
                  const place = PLACES[rows];
                  return (
                    <span key={rows}>
                      {position > 0 && ' · '}
                      {incidentId && place ? (
                        <a
                          href={`/incidents/${incidentId}#${place}`}
                          className="text-accent hover:underline"
                        >
                          {words}
                        </a>
                      ) : (
                        words
                      )}
                    </span>
                  );
                })}
              </span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
