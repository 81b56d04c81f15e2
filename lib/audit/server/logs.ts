import 'server-only';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import type { JsonObject } from '../canonical';
import type { AuditActor } from '../envelope';

/** A stream of the institution itself: its configuration, or one day of accesses. */
export interface LogStream {
  id: string;
  kind: 'org' | 'access';
  /** The local day of an access stream, `2026-11-22`. */
  day: string | null;
  events: number;
  headHash: string;
}

export interface LogEvent {
  seq: number;
  type: string;
  actorName: string;
  /** Whom or what it was about, in names; incidents by number, never by content. */
  subject: string | null;
  /** What happened to a plan, where the event is about one. */
  plan: LoggedPlan | null;
  payload: JsonObject;
  recordedAt: Instant;
}

export interface LoggedPlan {
  key: string;
  version: number | null;
  /** Who wrote what another person published. */
  authorName: string | null;
  reason: string | null;
  /** One line each: `obligations.first_response.amount: 12 → 8`. */
  changes: string[];
}

const STREAMS = 60;
const EVENTS = 100;

/**
 * The institution's configuration stream and its last 60 days of accesses, newest first.
 * Throws `Problem` FORBIDDEN for others than auditors and the audit administrator.
 */
export async function listLogStreams(actor: Actor): Promise<LogStream[]> {
  const orgId = requireOrg(actor);
  const rows = await prisma.auditStream.findMany({
    where: { OR: [{ id: `org:${orgId}` }, { id: { startsWith: `access:${orgId}:` } }] },
    orderBy: { id: 'desc' },
    take: STREAMS,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.id.startsWith('org:') ? 'org' : 'access',
    day: row.id.startsWith('access:') ? row.id.slice(-10) : null,
    events: row.headSeq,
    headHash: row.headHash,
  }));
}

/**
 * A page of one stream, newest first; `before` is the last number seen.
 * Throws `Problem`: FORBIDDEN as above, NOT_FOUND for a stream of another institution.
 */
export async function readLog(
  actor: Actor,
  streamId: string,
  before: number | null,
): Promise<{ items: LogEvent[]; nextBefore: number | null }> {
  const orgId = requireOrg(actor);
  if (streamId !== `org:${orgId}` && !streamId.startsWith(`access:${orgId}:`)) {
    throw new Problem('NOT_FOUND');
  }
  const rows = await prisma.auditEvent.findMany({
    where: { streamId, ...(before ? { seq: { lt: before } } : {}) },
    orderBy: { seq: 'desc' },
    take: EVENTS + 1,
  });
  const page = rows.slice(0, EVENTS);
  const nameOf = await namesIn(page);
  const items = page.map((row) => {
    const by = row.actor as unknown as AuditActor;
    const payload = row.payload as JsonObject;
    return {
      seq: row.seq,
      type: row.type,
      actorName: nameOf(by.id) ?? by.id,
      subject: nameOf(payload.userId) ?? nameOf(payload.incidentId) ?? null,
      plan: row.type.startsWith('plan.') ? loggedPlan(payload, nameOf) : null,
      payload,
      recordedAt: row.recordedAt.toISOString(),
    };
  });
  return { items, nextBefore: rows.length > EVENTS ? (items.at(-1)?.seq ?? null) : null };
}

function loggedPlan(
  { planKey, version, authorId, reason, changes }: JsonObject,
  nameOf: (id: unknown) => string | undefined,
): LoggedPlan {
  return {
    key: String(planKey ?? ''),
    version: typeof version === 'number' ? version : null,
    authorName: nameOf(authorId) ?? null,
    reason: typeof reason === 'string' ? reason : null,
    changes: Array.isArray(changes) ? changes.map(String) : [],
  };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

async function namesIn(
  rows: readonly { actor: unknown; payload: unknown }[],
): Promise<(id: unknown) => string | undefined> {
  const ids = rows
    .flatMap(({ actor, payload }) => {
      const { userId, incidentId, authorId } = payload as JsonObject;
      return [(actor as AuditActor).id, userId, incidentId, authorId];
    })
    .filter((id): id is string => typeof id === 'string' && UUID.test(id));
  const where = { where: { id: { in: [...new Set(ids)] } } };
  const [people, incidents] = await Promise.all([
    prisma.user.findMany({ ...where, select: { id: true, name: true } }),
    prisma.incident.findMany({ ...where, select: { id: true, number: true } }),
  ]);
  const names = new Map([
    ...people.map(({ id, name }): [string, string] => [id, name]),
    ...incidents.map(({ id, number }): [string, string] => [id, number]),
  ]);
  return (id) => (typeof id === 'string' ? names.get(id) : undefined);
}

function requireOrg(actor: Actor): string {
  if (!holdsPermission(actor, 'audit:verifyLogs') || actor.orgId === null) {
    throw new Problem('FORBIDDEN');
  }
  return actor.orgId;
}
