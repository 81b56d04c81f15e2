import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locale } from '../locales';
import { type Messages, type MessageTree, mergeNamespaces } from '../messages';

const cache = new Map<Locale, Messages>();

/**
 * Reads all namespace files of one language from `lib/i18n/messages/<locale>/*.json`.
 * Kept in memory in production; read afresh while developing, so that edits show at once.
 */
export function loadMessages(locale: Locale): Messages {
  const known = process.env.NODE_ENV === 'production' ? cache.get(locale) : undefined;
  if (known) return known;
  const folder = join(process.cwd(), 'lib', 'i18n', 'messages', locale);
  const messages = mergeNamespaces(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({
        name,
        tree: JSON.parse(readFileSync(join(folder, name), 'utf8')) as MessageTree,
      })),
  );
  cache.set(locale, messages);
  return messages;
}
