import 'server-only';
import { resolveSession } from '@/lib/access/server';
import type { Actor } from '@/lib/incident/context';
import { visibleTo } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { listen, type Message } from '@/lib/platform/listen';
import { log } from '@/lib/platform/log';

/** Changes within this time are told together. */
const GATHER_MS = 80;
const BEAT_MS = 15_000;
const STREAMS_PER_PERSON = 8;
/** Chunks that may wait for a reader before the stream is given up; it comes back by itself. */
const LONGEST_QUEUE = 500;

interface Stream {
  sessionId: string;
  userId: string;
  send(text: string): void;
  close(): void;
}

interface Hub {
  streams: Set<Stream>;
  incidents: Set<string>;
  desks: Set<string>;
  everybody: Set<'clock' | 'desk.changed'>;
  gathering: NodeJS.Timeout | null;
  beating: NodeJS.Timeout | null;
  unlisten: (() => void) | null;
}

// Next loads modules twice: the streams of a process live on globalThis.
const shared = globalThis as typeof globalThis & { huiyingStreams?: Hub };

function hub(): Hub {
  shared.huiyingStreams ??= {
    streams: new Set(),
    incidents: new Set(),
    desks: new Set(),
    everybody: new Set(),
    gathering: null,
    beating: null,
    unlisten: null,
  };
  return shared.huiyingStreams;
}

export type Opened =
  | { ok: true; body: ReadableStream<Uint8Array> }
  | { ok: false; reason: 'UNAUTHENTICATED' | 'RATE_LIMITED' };

/**
 * Opens the stream of one browser (server-sent events): `incident.changed {id, version}` for
 * incidents this person may see, `desk.changed` for news of their own, `clock`. It ends when the
 * session does; an open stream does not keep a session alive.
 */
export async function openStream(sessionId: string): Promise<Opened> {
  const signedIn = await resolveSession(sessionId, new Date(), { isRequest: false });
  if (!signedIn) return { ok: false, reason: 'UNAUTHENTICATED' };
  const { streams } = hub();
  const userId = signedIn.actor.id;
  const own = [...streams].filter((stream) => stream.userId === userId);
  if (own.length >= STREAMS_PER_PERSON) return { ok: false, reason: 'RATE_LIMITED' };
  return { ok: true, body: bodyOf(sessionId, userId) };
}

/** Ends every stream of this process. */
export function closeStreams(): void {
  const own = hub();
  for (const stream of [...own.streams]) stream.close();
}

/** A server with open streams would not stop when it is asked to. */
export function closeStreamsAtExit(): void {
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, closeStreams);
}

function bodyOf(sessionId: string, userId: string): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stream: Stream;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      stream = {
        sessionId,
        userId,
        send(text) {
          if ((controller.desiredSize ?? 0) < -LONGEST_QUEUE) return this.close();
          controller.enqueue(encoder.encode(text));
        },
        close() {
          if (!remove(this)) return;
          controller.close();
        },
      };
      add(stream);
      stream.send('retry: 2000\n: open\n\n');
    },
    cancel: () => void remove(stream),
  });
}

function add(stream: Stream): void {
  const own = hub();
  own.streams.add(stream);
  own.unlisten ??= listen((message) => take(own, message));
  own.beating ??= setInterval(() => void beat(own), BEAT_MS).unref();
}

function remove(stream: Stream): boolean {
  const own = hub();
  const wasThere = own.streams.delete(stream);
  if (own.streams.size > 0) return wasThere;
  own.unlisten?.();
  own.unlisten = null;
  if (own.beating) clearInterval(own.beating);
  own.beating = null;
  return wasThere;
}

function take(own: Hub, message: Message): void {
  if (message.type === 'incident.changed') own.incidents.add(message.id);
  else if (message.type === 'desk.changed') for (const id of message.userIds) own.desks.add(id);
  else own.everybody.add(message.type === 'clock' ? 'clock' : 'desk.changed');
  own.gathering ??= setTimeout(() => {
    own.gathering = null;
    flush(own).catch((error: unknown) => {
      // Told again when the connection that listens is back.
      const fault = error instanceof Error ? error.name : 'unknown';
      log.warn({ fault }, 'changes could not be told');
    });
  }, GATHER_MS);
}

/** Tells every stream what it may hear of what was gathered. */
async function flush(own: Hub): Promise<void> {
  const ids = [...own.incidents];
  const [desks, everybody] = [new Set(own.desks), [...own.everybody]];
  for (const gathered of [own.incidents, own.desks, own.everybody]) gathered.clear();
  const actors = await holders(own);
  const seen = new Map<string, string>();
  await Promise.all(
    [...new Map([...actors.values()].map((actor) => [actor.id, actor])).values()].map(
      async (actor) => seen.set(actor.id, ids.length > 0 ? await changesFor(actor, ids) : ''),
    ),
  );
  for (const stream of [...own.streams]) {
    if (!actors.has(stream.sessionId)) continue;
    const words = everybody.map((type) => event(type, {}));
    if (desks.has(stream.userId)) words.push(event('desk.changed', {}));
    const text = (seen.get(stream.userId) ?? '') + words.join('');
    if (text) stream.send(text);
  }
}

/** Who holds the open sessions, with the roles of this moment; ends the streams of the others. */
async function holders(own: Hub): Promise<Map<string, Actor>> {
  const sessionIds = [...new Set([...own.streams].map((stream) => stream.sessionId))];
  const actors = new Map<string, Actor>();
  await Promise.all(
    sessionIds.map(async (sessionId) => {
      const signedIn = await resolveSession(sessionId, new Date(), { isRequest: false });
      if (signedIn) return actors.set(sessionId, signedIn.actor);
      for (const stream of [...own.streams]) if (stream.sessionId === sessionId) stream.close();
      return null;
    }),
  );
  return actors;
}

/** One query for all incidents that changed: what this person may not see stays unsaid. */
async function changesFor(actor: Actor, ids: readonly string[]): Promise<string> {
  const rows = await prisma.$queryRaw<{ id: string; version: number }[]>`
    SELECT i.id, i.version FROM "Incident" i
    WHERE i.id = ANY(${[...ids]}::uuid[]) AND ${visibleTo(actor)} ORDER BY i.id`;
  return rows.map(({ id, version }) => event('incident.changed', { id, version })).join('');
}

function event(type: string, data: object): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Keeps connections open through proxies, and cuts those whose session has ended. */
async function beat(own: Hub): Promise<void> {
  for (const stream of [...own.streams]) stream.send(': beat\n\n');
  await holders(own).catch(() => undefined);
}
