import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export const SECRETS = {
  wecom: 'KEY-1',
  dingtalk: 'SECdingtalk',
  feishu: 'feishu-secret',
  hook: 's3',
};

/** What a server does with the next request instead of looking at it. */
type Fault =
  | { kind: 'status'; status: number; body?: string; headers?: Record<string, string> }
  | { kind: 'drop' }
  | { kind: 'hang' };

export interface Received {
  path: string;
  /** 0 or the error code it was answered with. */
  code: number | string;
  status: number;
  text: string;
  json: Record<string, unknown>;
  messageId: string | null;
  at: number;
}

/** Robots, SMS gateway and webhook on one loopback port, as strict as their documentation. */
export class Providers {
  readonly received: Received[] = [];
  readonly faults: Fault[] = [];
  /** The providers' clock, which a test may move. */
  now: () => number = Date.now;
  /** What a 飞书 robot's safety settings ask for. */
  readonly feishuAsks: { keyword: string | null; refusesAddress: boolean } = {
    keyword: null,
    refusesAddress: false,
  };
  /** Until when a 钉钉 robot that was called too often takes nothing. */
  private dingtalkClosedUntil = 0;
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(): Promise<Providers> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const providers = new Providers(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      void read(request).then((body) => {
        const fault = providers.faults.shift();
        const received = fault ? faulty(request, body) : providers.judge(request, body);
        providers.received.push(received);
        if (fault?.kind === 'drop') return request.socket.destroy();
        if (fault?.kind === 'hang') return undefined;
        if (fault) {
          received.status = fault.status;
          return response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
        }
        return response.writeHead(received.status).end(answerOf(received));
      });
    });
    return providers;
  }

  /** What was accepted. */
  accepted(): Received[] {
    return this.received.filter(({ status, code }) => status === 200 && code === 0);
  }

  forget(): void {
    this.received.length = 0;
    this.faults.length = 0;
    this.now = Date.now;
    this.feishuAsks.keyword = null;
    this.feishuAsks.refusesAddress = false;
    this.dingtalkClosedUntil = 0;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private judge(request: IncomingMessage, body: string): Received {
    const url = new URL(request.url ?? '/', this.url);
    const received = { ...faulty(request, body), at: this.now() };
    const { json } = received;
    received.status = 200;
    if (url.pathname === '/cgi-bin/webhook/send') received.code = this.wecom(url, json);
    else if (url.pathname === '/robot/send') received.code = this.dingtalk(url);
    else if (url.pathname.startsWith('/open-apis/bot/v2/hook/')) {
      received.code = this.feishu(json, body);
    } else received.code = signed(request, body) ? 0 : 'bad_signature';
    if (received.code === 'bad_signature') received.status = 401;
    return received;
  }

  /** How many requests to these paths were taken within the last seconds. */
  private taken(path: string, seconds: number): number {
    const since = this.now() - seconds * 1000;
    return this.accepted().filter((one) => one.path.startsWith(path) && one.at > since).length;
  }

  private wecom(url: URL, json: Record<string, unknown>): number {
    if (url.searchParams.get('key') !== SECRETS.wecom) return 93000;
    const { content } = json.text as { content: string };
    if (Buffer.byteLength(content) > 2048) return 45002;
    return this.taken('/cgi-bin/', 60) >= 20 ? 45009 : 0;
  }

  private dingtalk(url: URL): number {
    const timestamp = url.searchParams.get('timestamp') ?? '';
    const sign = createHmac('sha256', SECRETS.dingtalk)
      .update(`${timestamp}\n${SECRETS.dingtalk}`)
      .digest('base64');
    const isFresh = Math.abs(Date.now() - Number(timestamp)) < 3_600_000;
    if (!isFresh || url.searchParams.get('sign') !== sign) return 310000;
    if (this.now() < this.dingtalkClosedUntil) return 130101;
    if (this.taken('/robot/', 60) < 20) return 0;
    this.dingtalkClosedUntil = this.now() + 600_000;
    return 130101;
  }

  private feishu(json: Record<string, unknown>, body: string): number {
    if (Buffer.byteLength(body) > 20 * 1024) return 9499;
    if (this.feishuAsks.refusesAddress) return 19022;
    const sign = createHmac('sha256', `${String(json.timestamp)}\n${SECRETS.feishu}`).digest(
      'base64',
    );
    const isFresh = Math.abs(Date.now() / 1000 - Number(json.timestamp)) < 3600;
    if (!isFresh || json.sign !== sign) return 19021;
    const { keyword } = this.feishuAsks;
    const { text } = json.content as { text: string };
    if (keyword !== null && !text.includes(keyword)) return 19024;
    const isTooFast = this.taken('/open-apis/', 60) >= 100 || this.taken('/open-apis/', 1) >= 5;
    return isTooFast ? 11232 : 0;
  }
}

function signed(request: IncomingMessage, body: string): boolean {
  const given = String(request.headers['x-huiying-signature']);
  const [, time = '', mac = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(given) ?? [];
  const expected = createHmac('sha256', SECRETS.hook).update(`${time}.${body}`).digest('hex');
  return mac === expected && Math.abs(Date.now() / 1000 - Number(time)) < 300;
}

function faulty(request: IncomingMessage, body: string): Received {
  const json = JSON.parse(body) as Record<string, unknown>;
  const text = (json.text ?? json.content) as { content?: string; text?: string } | undefined;
  return {
    path: request.url ?? '',
    code: -1,
    status: 0,
    text: text?.content ?? text?.text ?? '',
    json,
    messageId: (request.headers['x-huiying-message-id'] as string | undefined) ?? null,
    at: Date.now(),
  };
}

function answerOf({ path, code }: Received): string {
  if (path === '/sms') return JSON.stringify({ code });
  if (path.startsWith('/open-apis/')) return JSON.stringify({ code, msg: `answer ${code}` });
  // As real robots do, the words repeat part of what was asked.
  return path === '/hook' ? '' : JSON.stringify({ errcode: code, errmsg: `${code} at ${path}` });
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export interface Mail {
  to: string[];
  raw: string;
  /** The body as its reader sees it. */
  text: string;
}

/** The body of a mail with one part, decoded. */
function bodyOf(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/^content-transfer-encoding: base64/im.test(head)) {
    return Buffer.from(body, 'base64').toString('utf8');
  }
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A real SMTP server on loopback that asks for a password. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** Replies to the next messages instead of taking them. */
  readonly refusals: number[] = [];
  private constructor(
    private readonly server: SMTPServer,
    readonly port: number,
  ) {}

  static async start(): Promise<MailServer> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, callback) => {
        const isRight = username === 'huiying' && password === 'mail-password';
        if (isRight) return callback(null, { user: username });
        const error = Object.assign(new Error('wrong password'), { responseCode: 535 });
        return callback(error);
      },
      onData: (stream, session, callback) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const refusal = own.refusals.shift();
          if (refusal) {
            return callback(Object.assign(new Error('not now'), { responseCode: refusal }));
          }
          const to = session.envelope.rcptTo.map(({ address }) => address);
          const raw = Buffer.concat(chunks).toString('utf8');
          own.mails.push({ to, raw, text: bodyOf(raw) });
          return callback();
        });
      },
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    const own = new MailServer(server, port);
    return own;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
