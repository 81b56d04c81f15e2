import { maskPersonalData } from '@/lib/mention/mask';
import { shorten } from './split-text';

const MOST_BYTES = 200;
const FIELDS = ['errmsg', 'msg', 'StatusMessage', 'message', 'error'];

/**
 * The words of a provider's answer, for people: shortened, without the channel's secrets and
 * without personal data. Null where it says nothing we know how to read.
 * @param body of an HTTP answer, or the reply of a mail server
 * @param secrets whatever must not be repeated, also URL-encoded
 */
export function providerWords(body: string, secrets: readonly string[]): string | null {
  const found = wordsIn(body).replace(/\s+/g, ' ').trim();
  if (!found || found === 'ok' || found === 'success') return null;
  const clean = secrets
    .filter((secret) => secret.length > 0)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((text, secret) => text.replaceAll(secret, '***'), found);
  return shorten(maskPersonalData(clean).text, MOST_BYTES);
}

function wordsIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return '';
    const values = parsed as Record<string, unknown>;
    const value = FIELDS.map((field) => values[field]).find((one) => typeof one === 'string');
    return typeof value === 'string' ? value : '';
  } catch {
    // Not a robot's answer; a mail server's reply begins with its code, a web page with a mark.
    return /^\d{3}[ -]/.test(body) ? body : '';
  }
}
