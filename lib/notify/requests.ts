import type { ChannelOf } from './channel-settings';
import { dingtalkSign, feishuSign, huiyingSignature } from './signing';

/** One HTTP POST with a JSON body. */
export interface OutgoingRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

const JSON_HEADERS = { 'content-type': 'application/json; charset=utf-8' };
/** The same on every try, so that a receiver can tell a repetition. */
const MESSAGE_ID_HEADER = 'x-huiying-message-id';

/** 企业微信 group robot: the key in the address is its only secret. */
export function wecomRequest(
  { settings, secret }: Pick<ChannelOf<'wecom'>, 'settings' | 'secret'>,
  text: string,
): OutgoingRequest {
  const url = new URL('/cgi-bin/webhook/send', settings.baseUrl);
  url.searchParams.set('key', secret.key);
  const body = JSON.stringify({ msgtype: 'text', text: { content: text } });
  return { url: url.href, headers: JSON_HEADERS, body };
}

/** 钉钉 robot; signed where it has a signing secret, else it checks keyword or address. */
export function dingtalkRequest(
  { settings, secret }: Pick<ChannelOf<'dingtalk'>, 'settings' | 'secret'>,
  text: string,
  nowMs: number,
): OutgoingRequest {
  const url = new URL('/robot/send', settings.baseUrl);
  url.searchParams.set('access_token', secret.token);
  if (secret.secret) {
    url.searchParams.set('timestamp', String(nowMs));
    url.searchParams.set('sign', dingtalkSign(secret.secret, nowMs));
  }
  const body = JSON.stringify({ msgtype: 'text', text: { content: text } });
  return { url: url.href, headers: JSON_HEADERS, body };
}

/** 飞书 robot; time in seconds and signature stand in the body. */
export function feishuRequest(
  { settings, secret }: Pick<ChannelOf<'feishu'>, 'settings' | 'secret'>,
  text: string,
  nowMs: number,
): OutgoingRequest {
  const url = new URL(
    `/open-apis/bot/v2/hook/${encodeURIComponent(secret.token)}`,
    settings.baseUrl,
  );
  const seconds = Math.floor(nowMs / 1000);
  const signed = secret.secret
    ? { timestamp: String(seconds), sign: feishuSign(secret.secret, seconds) }
    : {};
  const body = JSON.stringify({ ...signed, msg_type: 'text', content: { text } });
  return { url: url.href, headers: JSON_HEADERS, body };
}

/** What an SMS may say: its text is a template approved by the provider beforehand. */
export interface SmsParameters {
  number: string;
  level: string;
  deadline: string;
}

/** The generic SMS gateway: signed as webhooks are, template parameters only. */
export function smsRequest(
  { settings, secret }: Pick<ChannelOf<'sms'>, 'settings' | 'secret'>,
  message: { id: string; phone: string; parameters: SmsParameters },
  nowMs: number,
): OutgoingRequest {
  const { signName, template, url } = settings;
  const { id, phone, parameters } = message;
  const body = JSON.stringify({ messageId: id, phone, signName, template, parameters });
  return signedRequest(url, secret.secret, id, body, nowMs);
}

/** A webhook with any JSON payload. */
export function webhookRequest(
  { settings, secret }: Pick<ChannelOf<'webhook'>, 'settings' | 'secret'>,
  message: { id: string; payload: object },
  nowMs: number,
): OutgoingRequest {
  const body = JSON.stringify({ id: message.id, ...message.payload });
  return signedRequest(settings.url, secret.secret, message.id, body, nowMs);
}

function signedRequest(
  url: string,
  secret: string,
  id: string,
  body: string,
  nowMs: number,
): OutgoingRequest {
  const signature = huiyingSignature(secret, Math.floor(nowMs / 1000), body);
  const headers = { ...JSON_HEADERS, [MESSAGE_ID_HEADER]: id, 'x-huiying-signature': signature };
  return { url, headers, body };
}
