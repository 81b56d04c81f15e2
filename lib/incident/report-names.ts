import { chineseNumber } from '@/lib/document/numbering';
import type { ReportRow } from './model';

const ZH: Record<string, string> = { initial: '首报', update: '续报', final: '终报' };
const EN: Record<string, string> = {
  initial: 'Initial report',
  update: 'Follow-up report',
  final: 'Final report',
};

/**
 * 首报, 续报一, 续报二, 终报: the name under which a report is known to whom it went. Updates are
 * always numbered; the others only from the second on.
 */
export function reportName(
  { kind, sequence }: Pick<ReportRow, 'kind' | 'sequence'>,
  locale: 'zh' | 'en',
): string {
  const word = (locale === 'en' ? EN : ZH)[kind] ?? kind;
  if (kind !== 'update' && sequence <= 1) return word;
  return locale === 'en' ? `${word} ${sequence}` : `${word}${chineseNumber(sequence)}`;
}
