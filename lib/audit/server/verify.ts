import 'server-only';
import { can, type Target } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { type EvidenceCheck, verifyEvidence } from '@/lib/evidence/server';
import type { Actor } from '@/lib/incident/context';
import { loadMany, replay } from '@/lib/incident/server';
import { targetOf } from '@/lib/incident/target';
import { type Db, prisma } from '@/lib/platform/db';
import type { AuditEnvelope, StreamHead } from '../envelope';
import { type ChainFaultReason, createVerifier } from '../verify';
import { readStream } from './read';

/** Why a stream does not verify: its chain, a row that tells another story, or no replay at all. */
export interface StreamFault {
  /** The event at fault; null when a row differs. */
  seq: number | null;
  reason: ChainFaultReason | 'row' | 'replay';
  expected: string;
  found: string;
  table?: string;
  id?: string;
  field?: string;
}

export interface StreamFinding {
  ok: boolean;
  stream: string;
  events: number;
  firstBad?: StreamFault;
}

/** What somebody is told of a stream: of an incident also whether its evidence files hold. */
export interface CheckedStream extends StreamFinding {
  evidence?: Pick<EvidenceCheck, 'files' | 'faults'>;
}

const PAGE = 2000;
const INCIDENT = /^incident:([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})$/;

/**
 * Checks one stream: every hash, the unbroken chain, the recorded head; for an incident also the
 * replay against its rows. Reads in the caller's transaction, which should be one snapshot.
 * @throws Problem NOT_FOUND for a stream that does not exist
 */
export async function verifyStream(db: Db, streamId: string): Promise<StreamFinding> {
  const head = await db.auditStream.findUnique({ where: { id: streamId } });
  const incidentId = INCIDENT.exec(streamId)?.[1];
  if (!head) {
    const hasRows = incidentId && (await loadMany(db, [incidentId])).size > 0;
    if (!hasRows) throw new Problem('NOT_FOUND');
  }
  const expected = head ? { seq: head.headSeq, hash: head.headHash } : undefined;
  const { events, kept, fault } = await walk(db, streamId, expected, incidentId !== undefined);
  if (fault) return { ok: false, stream: streamId, events, firstBad: fault };
  const differs = incidentId ? await replay(db, incidentId, kept) : null;
  if (!differs) return { ok: true, stream: streamId, events };
  const isRow = 'table' in differs;
  const firstBad: StreamFault = isRow
    ? { seq: null, reason: 'row', ...differs }
    : { reason: 'replay', ...differs };
  return { ok: false, stream: streamId, events, firstBad };
}

async function walk(
  db: Db,
  streamId: string,
  expected: StreamHead | undefined,
  isKept: boolean,
): Promise<{ events: number; kept: AuditEnvelope[]; fault: StreamFault | null }> {
  const verifier = createVerifier(streamId);
  const kept: AuditEnvelope[] = [];
  for (let after = 0; ; ) {
    const page = await readStream(db, streamId, after, PAGE);
    for (const event of page) verifier.push(event);
    if (isKept) kept.push(...page);
    after = page.at(-1)?.seq ?? after;
    if (page.length < PAGE) break;
  }
  const result = verifier.result(expected);
  return { events: result.events, kept, fault: result.firstBad ?? null };
}

/** As `verifyStream`, in one snapshot of its own, so that a change under way is no false alarm. */
export function verifyInSnapshot(streamId: string): Promise<StreamFinding> {
  return prisma.$transaction((db) => verifyStream(db, streamId), {
    isolationLevel: 'RepeatableRead',
    timeout: 60_000,
  });
}

/**
 * Checks a stream for somebody who may: incidents they see, with the files kept as evidence; for
 * auditors and the audit administrator also the institution's configuration and access streams,
 * and incidents whose rows are gone.
 * @throws Problem NOT_FOUND when there is none, or none this person may see
 */
export async function verifyForActor(actor: Actor, streamId: string): Promise<CheckedStream> {
  const incidentId = INCIDENT.exec(streamId)?.[1];
  const isIn = incidentId ? await mayVerifyIncident(actor, incidentId) : false;
  if (!isIn && !(await mayVerifyLog(actor, streamId))) throw new Problem('NOT_FOUND');
  const finding = await verifyInSnapshot(streamId);
  if (!incidentId) return finding;
  const { files, faults } = await verifyEvidence(incidentId);
  return { ...finding, evidence: { files, faults } };
}

async function mayVerifyIncident(actor: Actor, incidentId: string): Promise<boolean> {
  const state = (await loadMany(prisma, [incidentId])).get(incidentId);
  if (!state) return false;
  const { orgId } = state.incident;
  const org = await prisma.org.findUnique({ where: { id: orgId }, select: { parentId: true } });
  return can(actor, 'audit:verify', targetOf(state, org?.parentId ?? null));
}

const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/;
const LOG = new RegExp(`^(?:org|access):(${UUID.source})(?::\\d{4}-\\d\\d-\\d\\d)?$`);

async function mayVerifyLog(actor: Actor, streamId: string): Promise<boolean> {
  const orgId = LOG.exec(streamId)?.[1] ?? (await orgOfHistory(streamId));
  return orgId !== null && can(actor, 'audit:verifyLogs', { ...NOBODYS, orgId });
}

const NOBODYS: Omit<Target, 'orgId'> = {
  parentOrgId: null,
  unitId: null,
  loggedBy: null,
  assignedUnitIds: [],
  isVisibleAbove: false,
};

/** The institution an incident's first event names. */
async function orgOfHistory(streamId: string): Promise<string | null> {
  if (!INCIDENT.test(streamId)) return null;
  const [first] = await readStream(prisma, streamId, 0, 1);
  const orgId = first?.payload.orgId;
  return typeof orgId === 'string' ? orgId : null;
}
