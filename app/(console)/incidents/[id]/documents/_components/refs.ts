import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { type DocumentKind, KINDS_OF_A_ROW } from '@/lib/document/kinds';
import { officialTime } from '@/lib/document/official-time';
import type { IncidentState } from '@/lib/incident/model';
import { reportName } from '@/lib/incident/report-names';

/** The rows a kind can be made of, newest first, as choices. */
export async function refsOf(
  kind: DocumentKind,
  state: IncidentState,
): Promise<{ value: string; label: string }[]> {
  const rows = KINDS_OF_A_ROW[kind as keyof typeof KINDS_OF_A_ROW];
  const [commands, locale] = await Promise.all([getTranslations('commands'), getLocale()]);
  switch (rows) {
    case undefined:
      return [];
    case 'reports':
      return state.reports
        .filter((one) =>
          kind === 'receipt' ? one.medium === 'written' : `${one.kind}_report` === kind,
        )
        .toReversed()
        .map((one) => ({
          value: one.id,
          label: `${reportName(one, locale === 'en' ? 'en' : 'zh')} ${officialTime(one.sentAt)}`,
        }));
    case 'wordings':
      return state.wordings.toReversed().map((one) => ({
        value: one.id,
        label: one.title ?? commands(`option.wordingKind.${one.kind}`),
      }));
    case 'correctionLetters':
      return state.correctionLetters
        .toReversed()
        .map((one) => ({ value: one.id, label: one.outlet ?? officialTime(one.sentAt) }));
    case 'assignments':
      return state.assignments.toReversed().map((one) => ({ value: one.id, label: one.number }));
  }
}
