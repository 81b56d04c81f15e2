import 'server-only';
import { chainEvents } from '@/lib/audit/envelope';
import { newestVersion } from '@/lib/audit/upcast';
import { cut } from '@/lib/mention/server';
import { searchTerms } from '@/lib/mention/terms';
import { noticeFor } from '@/lib/notify/rules';
import { realNow } from '@/lib/platform/clock';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import type { IncidentState } from '../model';
import { sealPayload, streamOf } from './keys';
import { cancelQueued, enqueue, outgoingNotice } from './outbox';
import { saveMany, WriteBatch } from './save';
import type { Working } from './working';

type Changed = Working & { after: IncidentState };

/**
 * Writes what a batch decided: rows, events with their place in the chain, search terms, in-app
 * notices, and the word to whoever listens; one statement, so one round trip.
 */
export async function writeChanges(db: Db, workings: readonly Working[]): Promise<void> {
  const changed = workings.filter(
    (one): one is Changed => one.after !== null && one.recorded.length > 0,
  );
  if (changed.length === 0) return;
  const write = new WriteBatch();
  saveMany(write, changed);
  writeEvents(write, changed);
  writeSearch(write, changed);
  const told = changed.flatMap(toldBy);
  const notices = told.flatMap(noticesOf);
  write.insert('Notification', notices, 'ON CONFLICT DO NOTHING');
  const recordedAt = realNow();
  enqueue(
    write,
    told.flatMap(
      ({ after, notice, event }) => outgoingNotice(after, notice, event, recordedAt) ?? [],
    ),
  );
  const isSettling = changed.some(({ recorded }) => recorded.some(settles));
  if (!isSettling) announce(write, changed, notices);
  await write.run(db);
  if (isSettling) {
    const relieved = await settleNotices(db, changed);
    const word = new WriteBatch();
    announce(word, changed, [...notices, ...relieved]);
    await word.run(db);
  }
  await cancelQueued(db, changed.flatMap(placedEvents));
}

function writeEvents(write: WriteBatch, changed: readonly Changed[]): void {
  const recordedAt = realNow();
  const keys = changed.flatMap(({ keyRow, authors }) =>
    keyRow ? [{ ...keyRow, authorWrapped: authors.fresh }] : [],
  );
  if (keys.length > 0) {
    write.add(
      `INSERT INTO "IncidentKey" ("incidentId", wrapped, "authorWrapped")
       SELECT k."incidentId", k.wrapped, k."authorWrapped" FROM jsonb_to_recordset($rows)
         AS k ("incidentId" uuid, wrapped text, "authorWrapped" text) RETURNING 1`,
      keys,
    );
  }
  writeAuthorKeys(write, changed);
  const chains = changed.map(({ id, head, recorded, key }) => {
    const streamId = streamOf(id);
    const drafts = recorded.map(({ event, actor }) => ({
      streamId,
      type: event.type,
      typeVersion: newestVersion(event.type),
      actor: {
        kind: actor.kind,
        id: actor.id,
        ...(actor.roles[0] ? { role: actor.roles[0] } : {}),
      },
      occurredAt: event.occurredAt,
      recordedAt,
      payload: sealPayload(event.payload, key, streamId),
    }));
    return chainEvents(head, drafts);
  });
  write.insert('AuditEvent', chains.flat());
  write.add(
    `INSERT INTO "AuditStream" (id, "headSeq", "headHash") SELECT s.id, s."headSeq", s."headHash"
     FROM jsonb_to_recordset($rows) AS s (id text, "headSeq" int, "headHash" text)
     ON CONFLICT (id) DO UPDATE SET "headSeq" = excluded."headSeq", "headHash" = excluded."headHash"
     RETURNING 1`,
    chains.flatMap((events) => {
      const last = events.at(-1);
      return last ? [{ id: last.streamId, headSeq: last.seq, headHash: last.hash }] : [];
    }),
  );
}

type AuthorKeyRow = { id: string; wrapped: string | null };

/** Keys of names made in this change; an erasure leaves none behind. */
function writeAuthorKeys(write: WriteBatch, changed: readonly Changed[]): void {
  const rows = changed.flatMap(({ id, keyRow, authors, recorded }): AuthorKeyRow[] => {
    const isErased = recorded.some(({ event }) => event.type === 'authors.erased');
    if (isErased) return [{ id, wrapped: null }];
    return authors.fresh && !keyRow ? [{ id, wrapped: authors.fresh }] : [];
  });
  if (rows.length === 0) return;
  write.add(
    `UPDATE "IncidentKey" k SET "authorWrapped" = r.wrapped
     FROM jsonb_to_recordset($rows) AS r (id uuid, wrapped text)
     WHERE k."incidentId" = r.id RETURNING 1`,
    rows,
  );
}

const SEARCHED = ['incident.logged', 'incident.corrected', 'mention.linked'];

function writeSearch(write: WriteBatch, changed: readonly Changed[]): void {
  const rows = changed
    .filter(({ recorded }) => recorded.some(({ event }) => SEARCHED.includes(event.type)))
    .map(({ id, after }) => ({ incidentId: id, terms: searchTerms(searchedText(after), cut) }));
  if (rows.length === 0) return;
  write.add(
    `INSERT INTO "IncidentSearch" ("incidentId", terms)
     SELECT r."incidentId", array_to_tsvector(r.terms)
     FROM jsonb_to_recordset($rows) AS r ("incidentId" uuid, terms text[])
     ON CONFLICT ("incidentId") DO UPDATE SET terms = excluded.terms RETURNING 1`,
    rows,
  );
}

export function searchedText({ incident, mentions }: IncidentState): string {
  const { number, title, summary, demand, unitName } = incident;
  return [number, title, summary, demand, unitName, ...mentions.map((one) => one.text)]
    .filter(Boolean)
    .join('\n');
}

/** Events with their place, and the notices they give rise to. */
function toldBy(one: Changed) {
  const { id, after, recorded } = one;
  const placed = placedEvents(one);
  return recorded.flatMap(({ event, actor, directory }, index) => {
    const notice = noticeFor(event, { state: after, directory }, actor.id);
    const seq = placed[index]?.seq ?? 0;
    const { type, occurredAt } = event;
    return notice ? [{ id, after, notice, event: { seq, type, occurredAt } }] : [];
  });
}

function placedEvents({ id, head, recorded }: Changed) {
  return recorded.map(({ event: { type, payload } }, index) => ({
    incidentId: id,
    seq: head.seq + index + 1,
    type,
    payload,
  }));
}

function noticesOf({ id, notice, event }: ReturnType<typeof toldBy>[number]) {
  return notice.personIds.map((userId) => ({
    id: newId(),
    userId,
    incidentId: id,
    seq: event.seq,
    rule: notice.rule,
    deadlineId: notice.deadlineId,
    channel: 'in_app',
    createdAt: event.occurredAt,
    readAt: null,
    acknowledgedAt: null,
  }));
}

const settles = ({ event }: Changed['recorded'][number]) => SETTLING.includes(event.type);

const SETTLING = ['escalation.acknowledged', 'deadline.met', 'deadline.cancelled'];

/**
 * Notices of a time limit that was acknowledged, met or let go ask nothing of anybody any more.
 * @returns whom they were for
 */
async function settleNotices(db: Db, changed: readonly Changed[]): Promise<{ userId: string }[]> {
  const settled = changed.flatMap(({ id, recorded }) =>
    recorded.filter(settles).map(({ event }) => ({
      incidentId: id,
      deadlineId: (event.payload as { id: string }).id,
      at: event.occurredAt,
    })),
  );
  if (settled.length === 0) return [];
  return db.$queryRawUnsafe<{ userId: string }[]>(
    `UPDATE "Notification" n SET "acknowledgedAt" = s.at
     FROM jsonb_to_recordset($1::jsonb) AS s ("incidentId" uuid, "deadlineId" uuid, at timestamptz)
     WHERE n."incidentId" = s."incidentId" AND n."deadlineId" = s."deadlineId"
       AND n."acknowledgedAt" IS NULL
     RETURNING n."userId"`,
    JSON.stringify(settled),
  );
}

/** Tells listeners at commit which incidents changed and whose desk has news. */
function announce(
  write: WriteBatch,
  changed: readonly Changed[],
  notices: readonly { userId: string }[],
): void {
  const incidents = changed.map(({ after: { incident, deadlines } }) => ({
    type: 'incident.changed',
    id: incident.id,
    version: incident.version,
    orgId: incident.orgId,
    nextActionAt: firstAction(deadlines),
  }));
  const people = [...new Set(notices.map((one) => one.userId))];
  const desks = chunks(people, 100).map((userIds) => ({ type: 'desk.changed', userIds }));
  write.tell([...incidents, ...desks]);
}

/** Instants in their one form sort as text. */
function firstAction(deadlines: IncidentState['deadlines']): string | null {
  const [first = null] = deadlines.flatMap(({ nextActionAt }) => nextActionAt ?? []).sort();
  return first;
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
