import { fromDateTimeLocal } from '@/lib/i18n/format';

/** Fields of the form by name, as a browser gives them; several values are joined by commas. */
export type Answers = Record<string, string>;

const MOMENT_FIELDS: Record<string, string> = {
  discovered: 'discoveredAt',
  known: 'knownAt',
  published: 'publishedAt',
  event_occurred: 'eventOccurredAt',
  opinion_occurred: 'opinionOccurredAt',
};

/** The body `POST /plans/{key}/simulate` takes, without what was left empty. */
export function caseBody(answers: Answers): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const facts: Record<string, unknown> = {};
  const judged: Record<string, boolean> = {};
  const scales: Record<string, string> = {};
  const events: { type: string; at: string }[] = [];
  for (const [name, value] of Object.entries(answers)) {
    const [group = '', key = ''] = name.split(':');
    if (value === '') continue;
    if (group === 'moment') {
      const at = fromDateTimeLocal(value);
      const field = MOMENT_FIELDS[key];
      if (at && field) body[field] = at;
      else if (at) events.push({ type: key, at });
    } else if (group === 'count') facts[key] = Number(value);
    else if (group === 'question') {
      const asked = key.split('judged.');
      if (asked[1]) judged[asked[1]] = value === 'yes';
      else facts[key] = value === 'yes';
    } else if (group === 'fact') facts[key] = value;
    else if (group === 'circumstances') facts.circumstances = value.split(',');
    else if (group === 'scale') scales[key] = value;
    else body[name] = value;
  }
  if (Object.keys(judged).length > 0) facts.judged = judged;
  return { ...body, facts, scales, events };
}
