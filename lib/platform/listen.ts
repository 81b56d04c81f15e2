import 'server-only';
import pg from 'pg';
import { env } from './env';
import { log } from './log';

/** What is told on the channel at commit, and `resync` when word may have been missed. */
export type Message =
  | {
      type: 'incident.changed';
      id: string;
      version: number;
      orgId: string;
      /** When the clock must look at it next, in business time; null = never. */
      nextActionAt: string | null;
    }
  | { type: 'desk.changed'; userIds: string[] }
  | { type: 'clock' }
  | { type: 'resync' };

type Listener = (message: Message) => void;

interface Ear {
  listeners: Set<Listener>;
  client: pg.Client | null;
  timer: NodeJS.Timeout | null;
  failures: number;
  isClosed: boolean;
}

const CHANNEL = 'huiying';
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 10_000;

// Next loads modules twice (instrumentation and routes): the one connection lives on globalThis.
const shared = globalThis as typeof globalThis & { huiyingEar?: Ear };

function ear(): Ear {
  shared.huiyingEar ??= {
    listeners: new Set(),
    client: null,
    timer: null,
    failures: 0,
    isClosed: false,
  };
  return shared.huiyingEar;
}

/**
 * Hears what commits tell, over one connection per process that comes back by itself when it
 * breaks; a listener then gets `resync`. Returns what ends the subscription.
 */
export function listen(listener: Listener): () => void {
  const own = ear();
  own.isClosed = false;
  own.listeners.add(listener);
  if (!own.client && !own.timer) void connect(own);
  return () => own.listeners.delete(listener);
}

/** Ends the connection; the process can exit. */
export async function stopListening(): Promise<void> {
  const own = ear();
  own.isClosed = true;
  own.listeners.clear();
  if (own.timer) clearTimeout(own.timer);
  own.timer = null;
  const { client } = own;
  own.client = null;
  await client?.end().catch(() => undefined);
}

async function connect(own: Ear): Promise<void> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    application_name: 'huiying listener',
  });
  own.client = client;
  client.on('notification', ({ payload }) => hear(own, payload));
  client.on('error', () => undefined);
  client.on('end', () => comeBack(own, client));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    own.failures = 0;
    tell(own, { type: 'resync' });
  } catch (error) {
    if (own.failures === 0) log.warn({ code: codeOf(error) }, 'listener cannot connect');
    await client.end().catch(() => undefined);
    comeBack(own, client);
  }
}

function comeBack(own: Ear, client: pg.Client): void {
  if (own.isClosed || own.client !== client) return;
  own.client = null;
  const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** own.failures);
  own.failures += 1;
  own.timer = setTimeout(() => {
    own.timer = null;
    if (!own.isClosed) void connect(own);
  }, pause);
}

function hear(own: Ear, payload: string | undefined): void {
  try {
    tell(own, JSON.parse(payload ?? '') as Message);
  } catch {
    log.warn('a message on the channel is not JSON');
  }
}

function tell(own: Ear, message: Message): void {
  for (const listener of own.listeners) {
    try {
      listener(message);
    } catch (error) {
      log.error({ code: codeOf(error) }, 'a listener failed');
    }
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return String((error as { code?: unknown }).code ?? error.name);
}
