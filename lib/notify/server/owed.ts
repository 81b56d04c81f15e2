import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Instant } from '@/lib/calendar/instant';
import type { Locale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import { changeIncident, getIncident } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { SETTLED } from './reading';

/** What a time limit asks for, for the one whom a message outside led here. */
export interface Owed {
  deadlineId: string;
  title: string;
  startedAt: Instant;
  /** Null = 立即. */
  dueAt: Instant | null;
  metAt: Instant | null;
  /**
   * `open` may be acknowledged · `early` nobody was called yet · `taken` somebody has ·
   * `settled` it is met or let go, or the incident is over.
   */
  state: 'open' | 'early' | 'taken' | 'settled';
  /** Whether this person has the right to acknowledge. */
  mayAcknowledge: boolean;
  acknowledgedAt: Instant | null;
  acknowledgedByName: string | null;
  isMine: boolean;
  incident: { id: string; number: string; title: string | null };
  now: Instant;
}

/**
 * One time limit as the reader of a message may see it. Reading changes nothing: mail scanners and
 * chat previews open links too.
 * @throws Problem NOT_FOUND when there is none, or its incident is not theirs to see
 */
export async function getOwed(actor: Actor, deadlineId: string, locale: Locale): Promise<Owed> {
  const { incidentId } = await getPlace(deadlineId);
  const { state, plan, directory, allowed, now } = await getIncident(actor, incidentId);
  const row = state.deadlines.find((one) => one.id === deadlineId);
  if (!row) throw new Problem('NOT_FOUND');
  const { acknowledgedAt, acknowledgedBy, startedAt, dueAt, metAt } = row;
  const isPending = row.state === 'open' || row.state === 'breached';
  const isOver = ['closed', 'archived', 'dismissed'].includes(state.incident.stage);
  const stage = isPending && !isOver ? 'open' : 'settled';
  const taken = acknowledgedAt !== null ? 'taken' : row.stepsDone === 0 ? 'early' : 'open';
  const { id, number, title } = state.incident;
  return {
    deadlineId,
    title: deadlineTitle(plan.plan, row, locale),
    startedAt,
    dueAt,
    metAt,
    state: stage === 'settled' ? 'settled' : taken,
    mayAcknowledge: allowed.includes('acknowledgeEscalation'),
    acknowledgedAt,
    acknowledgedByName: directory.people.find((one) => one.id === acknowledgedBy)?.name ?? null,
    isMine: acknowledgedBy === actor.id,
    incident: { id, number, title },
    now,
  };
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

async function getPlace(deadlineId: string): Promise<{ incidentId: string }> {
  if (!UUID.test(deadlineId)) throw new Problem('NOT_FOUND');
  const found = await prisma.deadline.findUnique({
    where: { id: deadlineId },
    select: { incidentId: true },
  });
  if (!found) throw new Problem('NOT_FOUND');
  return found;
}

/**
 * Acknowledges the escalation of a time limit, which ends its calls to everybody. Where somebody
 * was faster, or there is nothing left to acknowledge, nothing happens: the page says which.
 * @throws Problem NOT_FOUND, FORBIDDEN
 */
export async function acknowledgeOwed(actor: Actor, deadlineId: string): Promise<void> {
  const { incidentId } = await getPlace(deadlineId);
  try {
    const input = { deadlineId };
    await changeIncident({ actor, incidentId, type: 'acknowledgeEscalation', input });
  } catch (error) {
    const reason = error instanceof Problem ? error.facts.reason : undefined;
    if (!reason || !SETTLED.includes(reason)) throw error;
  }
}
