import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readAnswer, readSmtpFault } from './answers';
import { CHANNEL_KINDS, DEFAULT_LIMITS } from './channel-kinds';
import { channelSchemas, limitsOf } from './channel-settings';
import {
  dingtalkRequest,
  feishuRequest,
  smsRequest,
  webhookRequest,
  wecomRequest,
} from './requests';

const NOW_MS = Date.parse('2026-11-22T02:12:00.000Z');
const robot = (baseUrl: string) => ({
  limits: {},
  rules: null,
  language: 'zh-CN' as const,
  baseUrl,
});
const answer = (status: number, body: unknown = '', retryAfter: string | null = null) => ({
  status,
  retryAfter,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

describe('request formats', () => {
  it('企业微信: the key in the address, text in the body, own base URL', () => {
    const channel = {
      settings: robot('https://wecom.example.gov.cn:8443'),
      secret: { key: 'K-1' },
    };
    const { url, body } = wecomRequest(channel, '停课通知');
    expect(url).toBe('https://wecom.example.gov.cn:8443/cgi-bin/webhook/send?key=K-1');
    expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: '停课通知' } });
  });

  it('钉钉: sign = base64(HMAC-SHA256(secret, timestamp \\n secret)), URL-encoded', () => {
    const secret = { token: 'T', secret: 'SEC000+/=' };
    const { url, body } = dingtalkRequest(
      { settings: robot('https://d.example'), secret },
      '好',
      NOW_MS,
    );
    const sign = createHmac('sha256', secret.secret)
      .update(`${NOW_MS}\n${secret.secret}`)
      .digest('base64');
    expect(url).toContain(`timestamp=${NOW_MS}&sign=${encodeURIComponent(sign)}`);
    expect(new URL(url).searchParams.get('access_token')).toBe('T');
    expect(JSON.parse(body)).toEqual({ msgtype: 'text', text: { content: '好' } });
    const unsigned = { settings: robot('https://d.example'), secret: { token: 'T' } };
    expect(dingtalkRequest(unsigned, '好', NOW_MS).url).not.toContain('sign');
  });

  it('飞书: sign over nothing with key timestamp \\n secret, seconds, in the body', () => {
    const secret = { token: 'a b/c', secret: 'S' };
    const { url, body } = feishuRequest(
      { settings: robot('https://f.example'), secret },
      '好',
      NOW_MS,
    );
    const timestamp = String(NOW_MS / 1000);
    const sign = createHmac('sha256', `${timestamp}\nS`).update('').digest('base64');
    expect(url).toBe('https://f.example/open-apis/bot/v2/hook/a%20b%2Fc');
    expect(JSON.parse(body)).toEqual({
      timestamp,
      sign,
      msg_type: 'text',
      content: { text: '好' },
    });
  });

  it('webhook and SMS gateway: t=…,v1=HMAC-SHA256(secret, t.body), the same id on every try', () => {
    const expected = (body: string) =>
      `t=${NOW_MS / 1000},v1=${createHmac('sha256', 'S')
        .update(`${NOW_MS / 1000}.${body}`)
        .digest('hex')}`;
    const hook = webhookRequest(
      {
        settings: { limits: {}, rules: null, url: 'https://w.example/in' },
        secret: { secret: 'S' },
      },
      { id: 'm-1', payload: { rule: 'incident.logged' } },
      NOW_MS,
    );
    expect(JSON.parse(hook.body)).toEqual({ id: 'm-1', rule: 'incident.logged' });
    const gateway = {
      settings: { limits: {}, url: 'https://s.example', signName: '示范局', template: 'T1' },
      secret: { secret: 'S' },
    };
    const parameters = { number: 'YQ-2026-0001', level: '重大', deadline: '2小时' };
    const sms = smsRequest(gateway, { id: 'm-1', phone: '13800000000', parameters }, NOW_MS);
    expect(JSON.parse(sms.body)).toEqual({
      messageId: 'm-1',
      phone: '13800000000',
      signName: '示范局',
      template: 'T1',
      parameters,
    });
    for (const { headers, body } of [hook, sms]) {
      expect(headers['x-huiying-signature']).toBe(expected(body));
      expect(headers['x-huiying-message-id']).toBe('m-1');
    }
  });
});

describe('reading answers', () => {
  it.each([
    ['wecom', answer(200, { errcode: 0, errmsg: 'ok' }), { result: 'sent', code: '0' }],
    ['wecom', answer(200, { errcode: 93000 }), { result: 'permanent', code: '93000' }],
    ['wecom', answer(200, { errcode: 45009 }), { result: 'rest', code: '45009', seconds: null }],
    ['wecom', answer(200, { errcode: -1 }), { result: 'retry', code: '-1' }],
    ['wecom', answer(200, '<html>sign in</html>'), { result: 'retry', code: 'no_code' }],
    ['dingtalk', answer(200, { errcode: 310000 }), { result: 'permanent', code: '310000' }],
    [
      'dingtalk',
      answer(200, { errcode: 130101 }),
      { result: 'rest', code: '130101', seconds: null },
    ],
    ['feishu', answer(200, { StatusCode: 0 }), { result: 'sent', code: '0' }],
    ['feishu', answer(200, { code: 19021 }), { result: 'permanent', code: '19021' }],
    ['feishu', answer(200, { code: 19022 }), { result: 'permanent', code: '19022' }],
    ['feishu', answer(200, { code: 19024 }), { result: 'permanent', code: '19024' }],
    ['feishu', answer(200, { code: 9499 }), { result: 'permanent', code: '9499' }],
    ['feishu', answer(200, { code: 11232 }), { result: 'rest', code: '11232', seconds: null }],
    ['sms', answer(200, { code: 'invalid_phone' }), { result: 'permanent', code: 'invalid_phone' }],
    ['sms', answer(200, { code: 'busy' }), { result: 'retry', code: 'busy' }],
    ['webhook', answer(204), { result: 'sent', code: 'http_204' }],
    ['webhook', answer(503), { result: 'retry', code: 'http_503' }],
    ['webhook', answer(401), { result: 'permanent', code: 'http_401' }],
    ['webhook', answer(302), { result: 'permanent', code: 'http_302' }],
    ['webhook', answer(429, '', '7'), { result: 'rest', code: 'http_429', seconds: 7 }],
    [
      'webhook',
      answer(429, '', 'Sun, 22 Nov 2026 02:12:30 GMT'),
      { result: 'rest', code: 'http_429', seconds: 30 },
    ],
    ['webhook', answer(429), { result: 'rest', code: 'http_429', seconds: null }],
  ] as const)('%s %j → %j', (kind, given, expected) => {
    expect(readAnswer(kind, given, NOW_MS)).toEqual(expected);
  });

  it.each([
    [{ responseCode: 550 }, 'permanent'],
    [{ responseCode: 451 }, 'retry'],
    [{ code: 'EAUTH', responseCode: 535 }, 'permanent'],
    [{ code: 'ETIMEDOUT' }, 'retry'],
    [{ code: 'ECONNECTION' }, 'retry'],
  ])('SMTP %j is %s', (fault, result) => {
    expect(readSmtpFault(fault)).toMatchObject({ result });
  });
});

describe('settings', () => {
  it('every kind has limits, and settings replace single figures', () => {
    for (const kind of CHANNEL_KINDS) expect(DEFAULT_LIMITS[kind].rates.length).toBeGreaterThan(0);
    const settings = channelSchemas.wecom.settings.parse({ limits: { textBytes: 1000 } });
    expect(limitsOf('wecom', settings)).toEqual({ ...DEFAULT_LIMITS.wecom, textBytes: 1000 });
    expect(settings.baseUrl).toBe('https://qyapi.weixin.qq.com');
  });

  it.each([
    ['feishu', { baseUrl: 'ftp://x' }],
    ['webhook', { url: 'javascript:alert(1)' }],
    ['mail', { host: 'mail', from: 'nobody' }],
    ['wecom', { limits: { textBytes: 3 } }],
  ] as const)('%s refuses %j', (kind, settings) => {
    expect(channelSchemas[kind].settings.safeParse(settings).success).toBe(false);
  });
});
