import 'server-only';
import { type FieldError, invalidInput, Problem } from '@/lib/access/problem';
import { maskPersonalData } from '@/lib/mention/mask';
import { cleanText } from '@/lib/mention/normalize';
import { sealText } from '@/lib/platform/seal';
import { type Command, type CommandType, commands, isInternal } from '../commands';
import { type AuthorKey, authorKeyFor } from './author-key';
import { streamOf } from './keys';

export const isCommandType = (type: string): type is CommandType => Object.hasOwn(commands, type);

/**
 * Parses a command's input with its schema. Internal commands are unknown to those who may not
 * give them, so that nobody can speak for the file store or the clock.
 * @throws Problem INVALID_INPUT with every field that is wrong
 */
export function parseCommand(type: string, input: unknown, mayBeInternal: boolean): Command {
  if (!isCommandType(type) || (isInternal(type) && !mayBeInternal)) {
    const errors: FieldError[] = [
      { path: 'type', message: `unknown command: ${type.slice(0, 60)}` },
    ];
    throw new Problem('INVALID_INPUT', { errors });
  }
  const parsed = commands[type].input.safeParse(input ?? {});
  if (!parsed.success) throw invalidInput(parsed.error.issues);
  return { type, input: parsed.data };
}

/** Machine values and the institution's own public texts; neither holds captured personal data. */
const KEPT = new Set(['contentHash', 'sha256', 'storageKey', 'body', 'signatory', 'author']);
const MACHINE = /^(?:[0-9a-f-]{36}|[0-9a-f]{64}|\d{4}-\d\d-\d\dT[\d:.]+Z|[a-z][a-z0-9_]{0,40})$/;

/**
 * What may be written: text cleaned, phone, identity and plate numbers masked before the first
 * write, the poster's name sealed under the incident's key for names.
 */
export function prepareInput(input: unknown, incidentId: string, authors: AuthorKey): unknown {
  const walk = (value: unknown, field: string): unknown => {
    if (typeof value === 'string') {
      if (field === 'author') {
        return sealText(authorKeyFor(incidentId, authors), value, streamOf(incidentId));
      }
      if (KEPT.has(field) || MACHINE.test(value)) return value;
      return maskPersonalData(cleanText(value)).text;
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, field));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, member]) => [name, walk(member, name)]),
    );
  };
  return walk(input, '');
}
