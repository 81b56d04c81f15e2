import { expect } from 'vitest';
import { verifyStream } from '@/lib/audit/server/verify';
import type { Instant } from '@/lib/calendar';
import { verifyEvidence } from '@/lib/evidence/server';
import type { IncidentState } from '@/lib/incident/model';
import { loadMany } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { type Demo, loadDemo } from '@/prisma/seed/load';

/** The demo as loaded, every incident by the name of its story. */
export interface LoadedDemo extends Demo {
  states: Record<string, IncidentState>;
}

/** Loads the demo as of `now` into the database of this test file. */
export async function loadedDemo(now: Instant): Promise<LoadedDemo> {
  const demo = await loadDemo(now);
  const found = await loadMany(prisma, Object.values(demo.incidents));
  const states = Object.fromEntries(
    Object.entries(demo.incidents).map(([name, id]) => [name, found.get(id) as IncidentState]),
  );
  return { ...demo, states };
}

/** The stage every story has come to, at whatever moment it is loaded. */
export const STAGES_OF_STORIES: Record<string, string> = {
  canteen: 'responding',
  uniform: 'closed',
  kindergarten: 'following',
  'other-place': 'dismissed',
  districting: 'reviewing',
  'school-bus': 'graded',
  'staggered-dismissal': 'closed',
  'award-list': 'reported',
  'suspended-classes': 'following',
  midnight: 'detected',
  'running-track': 'reported',
};

/** What holds of the demo at any hour of any day. */
export async function expectSound(demo: LoadedDemo, now: Instant): Promise<void> {
  const stages = Object.entries(demo.states).map(([name, state]) => [name, state.incident.stage]);
  expect(Object.fromEntries(stages)).toEqual(STAGES_OF_STORIES);
  for (const id of Object.values(demo.incidents)) {
    const finding = await prisma.$transaction((db) => verifyStream(db, `incident:${id}`));
    expect(finding).toMatchObject({ ok: true });
    expect((await verifyEvidence(id)).ok).toBe(true);
  }
  expect(await prisma.deadline.count({ where: { nextActionAt: { lt: new Date(now) } } })).toBe(0);
  expect(await prisma.auditEvent.count({ where: { occurredAt: { gt: new Date(now) } } })).toBe(0);
  const day = 24 * 3_600_000;
  const unread = { readAt: null, createdAt: { lt: new Date(Date.parse(now) - day) } };
  expect(await prisma.notification.count({ where: unread })).toBe(0);
}
