import { type FoundPhrase, findPhrases } from '@/lib/guard/find-phrases';
import type { Decision } from './decision';
import type { EventType } from './events';

/** Words of others, and the one route on which a platform may be asked. */
const EXEMPT_EVENTS: readonly EventType[] = [
  'mention.linked',
  'platform_notice.proposed',
  'platform_notice.refused',
  'platform_notice.sent',
  'platform_notice.answered',
  // A closed record: its words would stand in an open one.
  'accountability.handed_over',
  'accountability.answered',
];

/** What a citizen is quoted with. */
const EXEMPT_FIELDS: readonly string[] = [
  'title',
  'demand',
  'url',
  'outlet',
  'question',
  'fileName',
];

/**
 * Puts on record where the texts of this decision ask for a post to vanish, steer comments or turn
 * on the poster (guard 2). Nothing is blocked: the auditor sees the line, and so does its author.
 */
export function flagTexts(decision: Decision): void {
  const { version } = decision.incident;
  const first = version - decision.events.length + 1;
  for (const [index, { type, payload }] of [...decision.events].entries()) {
    if (EXEMPT_EVENTS.includes(type)) continue;
    const { text } = payload as { text?: Record<string, unknown> };
    for (const [field, value] of Object.entries(text ?? {})) {
      if (EXEMPT_FIELDS.includes(field)) continue;
      const said = wordsIn(value).join('\n');
      for (const { key, kind, excerpt } of onePerKind(findPhrases(said))) {
        decision.emit('text.flagged', {
          id: decision.newId(),
          ofSeq: first + index,
          ofType: type,
          field,
          kind,
          phrase: key,
          writtenBy: decision.me,
          flaggedAt: decision.now,
          text: { excerpt },
        });
      }
    }
  }
}

/** Every text in a field, however deep it stands. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(wordsIn) : [];
}

/** Several phrases of one kind in one text are one line for the auditor to read. */
const onePerKind = (found: readonly FoundPhrase[]): FoundPhrase[] =>
  found.filter((one, index) => found.findIndex(({ kind }) => kind === one.kind) === index);
