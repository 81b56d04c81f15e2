import 'server-only';
import { createTransport } from 'nodemailer';
import { type Outcome, readAnswer, readSmtpFault } from '@/lib/notify/answers';
import type { ChannelOf, OpenChannel } from '@/lib/notify/channel-settings';
import { providerWords } from '@/lib/notify/provider-words';
import {
  dingtalkRequest,
  feishuRequest,
  type OutgoingRequest,
  smsRequest,
  webhookRequest,
  wecomRequest,
} from '@/lib/notify/requests';
import { byteLength } from '@/lib/notify/split-text';
import { log } from '@/lib/platform/log';
import { SEND_TIMEOUT_MS } from './claim';
import { openChannel } from './open-channel';
import type { Parcel } from './parcel';

export interface Sent {
  outcome: Outcome;
  /** Parts the provider has taken, those of earlier tries included. */
  partsSent: number;
  /** The provider's own words, where it had any. */
  said: string | null;
}

/** What came of one request. */
interface Answered {
  outcome: Outcome;
  said: string | null;
}

const silent = (outcome: Outcome): Answered => ({ outcome, said: null });
const PERMANENT = (code: string): Outcome => ({ result: 'permanent', code });

/**
 * Sends what is left of a parcel, part by part. Never throws: what went wrong is the outcome, and
 * nobody else waits for it. A channel whose settings or secret do not open will not open later
 * either, so the next one is told.
 */
export async function send(parcel: Parcel): Promise<Sent> {
  let { partsSent } = parcel;
  let { outcome, said }: Answered = silent(PERMANENT('empty'));
  try {
    const channel = openChannel(parcel.channel);
    while (partsSent < parcel.content.parts.length) {
      ({ outcome, said } = await sendPart(channel, parcel, partsSent));
      if (outcome.result !== 'sent') break;
      partsSent += 1;
    }
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    log.error({ channelId: parcel.channel.id, fault }, 'a channel failed');
    ({ outcome, said } = silent(PERMANENT(fault)));
  }
  return { outcome, partsSent, said };
}

function sendPart(channel: OpenChannel, parcel: Parcel, part: number): Promise<Answered> {
  const { id, address, content } = parcel;
  const text = content.parts[part] ?? '';
  const nowMs = Date.now();
  const secrets = Object.values(channel.secret ?? {}).filter((one) => one !== undefined);
  switch (channel.kind) {
    case 'mail':
      return sendMail(channel, parcel, text);
    case 'wecom':
      return post(parcel, secrets, wecomRequest(channel, text));
    case 'dingtalk':
      return post(parcel, secrets, dingtalkRequest(channel, text, nowMs));
    case 'feishu':
      return post(parcel, secrets, feishuRequest(channel, text, nowMs));
    case 'sms': {
      const { phone } = address;
      if (!phone) return Promise.resolve(silent(PERMANENT('no_address')));
      return post(
        parcel,
        secrets,
        smsRequest(channel, { id, phone, parameters: content.sms }, nowMs),
      );
    }
    case 'webhook':
      return post(
        parcel,
        secrets,
        webhookRequest(channel, { id, payload: content.payload }, nowMs),
      );
  }
}

const LONGEST_ANSWER = 64 * 1024;

async function post(
  { channel, limits }: Parcel,
  secrets: readonly string[],
  { url, headers, body }: OutgoingRequest,
): Promise<Answered> {
  if (limits.bodyBytes !== null && byteLength(body) > limits.bodyBytes)
    return silent(PERMANENT('too_long'));
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body,
      // A secret never follows a redirect elsewhere.
      redirect: 'manual',
      signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
    });
    const text = await readStart(response);
    const retryAfter = response.headers.get('retry-after');
    const answer = { status: response.status, retryAfter, body: text };
    const outcome = readAnswer(channel.kind as OpenChannel['kind'], answer, Date.now());
    return { outcome, said: providerWords(text, secrets) };
  } catch (error) {
    // No answer: the provider may have taken it, so the next try carries the same id.
    const isTimeout = error instanceof Error && error.name === 'TimeoutError';
    return silent({ result: 'retry', code: isTimeout ? 'timeout' : 'no_connection' });
  }
}

/** The answer's beginning; codes stand there. */
async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!response.body) return '';
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > LONGEST_ANSWER) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function sendMail(
  { settings, secret }: ChannelOf<'mail'>,
  { id, address, content }: Parcel,
  text: string,
): Promise<Answered> {
  if (!address.mail) return silent(PERMANENT('no_address'));
  const { host, port, security, from } = settings;
  const transport = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    connectionTimeout: SEND_TIMEOUT_MS,
    greetingTimeout: SEND_TIMEOUT_MS,
    socketTimeout: SEND_TIMEOUT_MS,
    ...(secret ? { auth: { user: secret.user, pass: secret.password } } : {}),
  });
  const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
  const mail = { from, to: address.mail, subject: content.subject, text, messageId };
  try {
    await transport.sendMail(mail);
    return silent({ result: 'sent', code: 'smtp_250' });
  } catch (error) {
    const fault = error as { code?: string; responseCode?: number; response?: string };
    const words = providerWords(fault.response ?? '', [
      ...Object.values(secret ?? {}),
      address.mail,
    ]);
    return { outcome: readSmtpFault(fault), said: words };
  } finally {
    transport.close();
  }
}
