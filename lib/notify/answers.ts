import type { ChannelKind } from './channel-kinds';

/**
 * What came of one try. `sent` is not `read`. `retry` later on the same channel; `rest` = the
 * provider asks the whole channel to slow down; `permanent` = no retry will help, so the next
 * channel is told.
 */
export type Outcome =
  | { result: 'sent'; code: string }
  | { result: 'retry' | 'permanent'; code: string }
  | { result: 'rest'; code: string; seconds: number | null };

/** An HTTP answer, as far as it is read. */
export interface Answer {
  status: number;
  /** Value of Retry-After. */
  retryAfter: string | null;
  body: string;
}

interface Codes {
  /** Field of the body that holds the code; 0 is success. */
  fields: readonly string[];
  /** Too fast: the channel rests. */
  rest: readonly string[];
  /** Busy or unknown on their side: tried again. All other codes are permanent. */
  retry: readonly string[];
}

/** Error codes in the body of an HTTP 200, by the providers' documentation. */
const CODES: Readonly<Partial<Record<ChannelKind, Codes>>> = {
  // -1 system busy; 45009 over the rate, 45033 too many at once. 93000 = invalid key.
  wecom: { fields: ['errcode'], rest: ['45009', '45033'], retry: ['-1'] },
  // -1 system busy; 130101 and 410100 too fast. 310000 = signature, keyword or address; 300005 token.
  dingtalk: { fields: ['errcode'], rest: ['130101', '410100'], retry: ['-1'] },
  // 11232 too fast (avoid full and half hours). 19021 signature, 19022 address, 19024 keyword,
  // 9499 body.
  feishu: { fields: ['code', 'StatusCode'], rest: ['11232'], retry: [] },
  // Ours: `code` 0 is accepted, `busy` and `throttled` are not final, everything else is.
  sms: { fields: ['code'], rest: ['throttled'], retry: ['busy'] },
};

/**
 * Reads a provider's answer. HTTP 200 with an error code in the body has failed; so has a robot's
 * answer that holds no code at all. 408, 425 and 5xx are tried again, 429 lets the channel rest
 * for as long as Retry-After says, other statuses are permanent.
 * @param nowMs for a Retry-After that names a date
 */
export function readAnswer(kind: ChannelKind, answer: Answer, nowMs: number): Outcome {
  const { status } = answer;
  const code = `http_${status}`;
  if (status === 429) return { result: 'rest', code, seconds: retryAfterSeconds(answer, nowMs) };
  if (status === 408 || status === 425 || status >= 500) return { result: 'retry', code };
  if (status < 200 || status >= 300) return { result: 'permanent', code };
  const codes = CODES[kind];
  return codes ? readCode(codes, answer.body) : { result: 'sent', code };
}

function readCode({ fields, rest, retry }: Codes, body: string): Outcome {
  const found = codeIn(fields, body);
  // Something else answers in the provider's place: a sign-in page, a proxy.
  if (found === null) return { result: 'retry', code: 'no_code' };
  if (found === '0') return { result: 'sent', code: '0' };
  if (rest.includes(found)) return { result: 'rest', code: found, seconds: null };
  return { result: retry.includes(found) ? 'retry' : 'permanent', code: found };
}

function codeIn(fields: readonly string[], body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed !== 'object' || parsed === null) return null;
    const values = parsed as Record<string, unknown>;
    const value = fields.map((field) => values[field]).find((one) => one !== undefined);
    const isCode = typeof value === 'number' || typeof value === 'string';
    return isCode ? String(value).slice(0, 40) : null;
  } catch {
    return null;
  }
}

const LONGEST_REST_SECONDS = 3600;

/** Seconds, or a date, as RFC 9110 §10.2.3 has it; at most an hour. */
function retryAfterSeconds({ retryAfter }: Answer, nowMs: number): number | null {
  if (retryAfter === null) return null;
  const seconds = /^\d+$/.test(retryAfter.trim())
    ? Number(retryAfter)
    : Math.ceil((Date.parse(retryAfter) - nowMs) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(LONGEST_REST_SECONDS, Math.max(1, seconds));
}

/** SMTP replies: 4yz are tried again (421 and 450 slow us down), 5yz are final (RFC 5321 §4.2.1). */
export function readSmtpFault(fault: { code?: string; responseCode?: number }): Outcome {
  const { code = 'unknown', responseCode } = fault;
  if (responseCode === undefined) {
    return { result: code === 'EAUTH' || code === 'EENVELOPE' ? 'permanent' : 'retry', code };
  }
  const smtp = `smtp_${responseCode}`;
  return { result: responseCode >= 500 ? 'permanent' : 'retry', code: smtp };
}
