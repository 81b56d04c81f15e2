import type { useTranslations } from 'next-intl';
import type { ActionFailure } from '@/lib/access/server/action';
import type { FieldErrors, FieldName } from './draft';

/** Fields of the form behind the paths of the command's input. */
const FIELD_OF_PATH: Record<string, FieldName> = {
  title: 'title',
  demand: 'demand',
  unit: 'unit',
  unitId: 'unit',
  'source.url': 'pasted',
  'source.text': 'pasted',
  'source.platform': 'platform',
  'source.publishedAt': 'publishedAt',
  'source.counts.views': 'views',
  'source.counts.reposts': 'reposts',
  'source.counts.comments': 'comments',
  'source.counts.likes': 'likes',
  discoveredAt: 'discoveredAt',
  discoveredReason: 'discoveredReason',
  recipient: 'recipient',
};

/** Fields the server found wrong. */
export function fieldsOf(failure: ActionFailure): FieldErrors {
  const errors: FieldErrors = {};
  for (const { path } of failure.errors ?? []) {
    const field = FIELD_OF_PATH[path.replace(/^(?:incident|report)\./, '')];
    if (field) errors[field] = 'invalid';
  }
  return errors;
}

/** The server's answer as a sentence. */
export function sentenceOf(
  t: ReturnType<typeof useTranslations<never>>,
  { code, reason, detail, reference }: ActionFailure,
): string {
  const refusal = `refusals.${reason}`;
  const problem = `problems.${code}`;
  const values = (detail ?? {}) as Record<string, string>;
  const told = reason && t.has(refusal) ? t(refusal, values) : t.has(problem) ? t(problem) : code;
  return reference ? `${told} (${reference})` : told;
}
