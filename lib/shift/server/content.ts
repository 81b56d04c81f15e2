import 'server-only';
import { createHash } from 'node:crypto';
import { Problem } from '@/lib/access/problem';
import { canonical, type JsonValue } from '@/lib/audit/canonical';
import { classificationMark } from '@/lib/guard/classification';
import { maskPersonalData } from '@/lib/mention/mask';
import { masterKey } from '@/lib/platform/env';
import { openText, sealText } from '@/lib/platform/seal';

const contextOf = (id: string) => `duty:${id}`;

/** Encrypts what people wrote, bound to its row; `hash` is what the record of events holds of it. */
export function sealContent(id: string, content: JsonValue): { sealed: string; hash: string } {
  return { sealed: sealText(masterKey(), content, contextOf(id)), hash: hashOf(content) };
}

/** Opens what `sealContent` gave. Throws `SealError` for what was moved or changed. */
export function openContent<T>(id: string, sealed: string): T {
  return openText(masterKey(), sealed, contextOf(id)) as T;
}

/** SHA-256 of the canonical form. */
export function hashOf(content: JsonValue): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/**
 * A text by people as it may be written: trimmed, phone and identity numbers masked.
 * @throws Problem REFUSED `classification_mark` where it bears the mark of a state secret (guard 7)
 */
export function maskText(text: string): string {
  if (classificationMark(text)) throw new Problem('REFUSED', { reason: 'classification_mark' });
  return maskPersonalData(text.trim()).text;
}
