import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainDue, formatLocal } from '@/lib/calendar';
import type { IncidentState } from '@/lib/incident/model';
import { listFilters, listIncidents } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { loadDemo } from '@/prisma/seed/load';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { expectSound, type LoadedDemo, loadedDemo } from '../support/demo';

/** A Sunday, 11:10 in Shanghai. */
const NOW = '2026-11-22T03:10:00.000Z';

let database: TestDatabase;
let demo: LoadedDemo;

beforeAll(async () => {
  database = await createTestDatabase();
  demo = await loadedDemo(NOW);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

function story(name: string): IncidentState {
  const state = demo.states[name];
  if (!state) throw new Error(`no story ${name}`);
  return state;
}

function deadline(name: string, key: string) {
  const found = story(name)
    .deadlines.filter((one) => one.key === key)
    .at(-1);
  if (!found) throw new Error(`no deadline ${key}`);
  return found;
}

const personId = (username: string) => demo.world.people[username] ?? '';
const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

describe('the demo', () => {
  it('has every story at its stage, verified by replay, nothing left for the sweeper', async () => {
    await expectSound(demo, NOW);
  });

  it('numbers the incidents in the order in which they were found', async () => {
    const rows = await prisma.incident.findMany({
      where: { orgId: demo.world.orgs.bureau ?? '' },
      orderBy: { number: 'asc' },
    });
    expect(rows.map((row) => row.number)).toEqual(
      rows.map((_, index) => `YQ-2026-${String(index + 1).padStart(4, '0')}`),
    );
    const found = rows.map((row) => row.discoveredAt.toISOString());
    expect(found).toEqual([...found].sort());
  });

  it('keeps the desk alive: limits with time left, limits missed', async () => {
    const open = await prisma.deadline.count({
      where: { state: 'open', dueAt: { gt: new Date(NOW) } },
    });
    const missed = await prisma.deadline.count({ where: { state: 'breached' } });
    expect(open).toBeGreaterThan(10);
    expect(missed).toBeGreaterThan(0);
  });

  it('masks what people wrote about themselves, and seals who wrote it', async () => {
    const texts = Object.values(demo.states).flatMap((state) => state.mentions);
    expect(texts.length).toBeGreaterThan(11);
    expect(JSON.stringify(Object.values(demo.states))).not.toMatch(
      /(?<![0-9a-z])1[3-9]\d{9}(?![0-9a-z])/,
    );
    expect(story('canteen').mentions[0]?.text).toContain('139****7788');
    expect(story('canteen').mentions[0]?.authorSealed).not.toContain('小城饭桌');
  });

  it('loads once', async () => {
    await expect(loadDemo(NOW)).rejects.toThrow('empty database');
  });
});

describe('each story has its twist', () => {
  it('canteen: found at 22:40, reported up twelve minutes late, late for ever', () => {
    const report = deadline('canteen', 'report_up');
    expect(formatLocal(story('canteen').incident.discoveredAt)).toContain('22:40');
    expect(report.state).toBe('late');
    expect(report.breachedAt).toBe(report.dueAt);
    expect(minutesBetween(report.dueAt ?? '', report.metAt ?? '')).toBe(12);
  });

  it('uniform: working time counts the make-up Sunday and not the holidays', () => {
    const first = deadline('uniform', 'first_response');
    const answer = deadline('uniform', 'final_answer_max');
    expect(formatLocal(first.dueAt ?? '')).toContain('10:10');
    const explained = (row: unknown) =>
      explainDue(row as Parameters<typeof explainDue>[0], 'zh-CN').join('\n');
    expect(explained(first)).toContain('调休');
    expect(explained(answer)).toContain('国庆');
    expect(deadline('uniform', 'formal_answer').extendedBy).toBe(personId('deputy'));
  });

  it('kindergarten: two places, a mandatory report countersigned, three versions, a returned text', () => {
    const state = story('kindergarten');
    expect(state.mentions).toHaveLength(2);
    expect(state.matterReports[0]).toMatchObject({ authority: 'child_protection' });
    expect(state.matterReports[0]?.countersignedBy).toBe(personId('deputy2'));
    expect(state.notes.some((one) => one.content?.includes('打码'))).toBe(true);
    expect(state.approvalDecisions.some((one) => one.decision === 'return')).toBe(true);
    expect(state.samples.length).toBeGreaterThan(10);
  });

  it('other place: dismissed by a second person', () => {
    const { incident } = story('other-place');
    expect(incident.dismissalReason).toBe('other_place');
    expect(incident.dismissedBy).not.toBe(incident.dismissalProposedBy);
  });

  it('districting: proposed as a falsehood, recategorised as a question, partly true', () => {
    const { incident, categorisations, assignments } = story('districting');
    expect(categorisations.map((one) => one.category)).toEqual([
      'falsehood_or_unlawful',
      'inquiry',
    ]);
    expect(incident.category).toBe('inquiry');
    expect(assignments[0]).toMatchObject({ finding: 'partly_true', urgedCount: 1 });
  });

  it('school bus: raised to serious with a reason, television waits until 17:00', () => {
    const { gradings, mediaEnquiries } = story('school-bus');
    expect(gradings.at(-1)).toMatchObject({ kind: 'regraded', previousGrade: 'ordinary' });
    expect(formatLocal(mediaEnquiries[0]?.pressDeadlineAt ?? '')).toContain('17:00');
    expect(deadline('school-bus', 'media_answer').state).toBe('open');
  });

  it('staggered dismissal: a suggestion adopted, the person thanked', () => {
    const { incident, replies } = story('staggered-dismissal');
    expect(incident.category).toBe('suggestion');
    expect(replies.find((one) => one.kind === 'formal')?.content).toContain('感谢您');
  });

  it('award list: the accused deputy steps aside and the step passes on', () => {
    const { recusals, approvalSteps } = story('award-list');
    expect(recusals[0]?.personId).toBe(personId('deputy'));
    expect(approvalSteps.at(-1)?.candidateIds).not.toContain(personId('deputy'));
    expect(approvalSteps.at(-1)?.candidateIds).toContain(personId('deputy2'));
  });

  it('suspended classes: malicious by two people, reopened once', () => {
    const { incident, categorisations } = story('suspended-classes');
    expect(incident).toMatchObject({
      category: 'malicious_spread',
      opinionGrade: 'serious',
      round: 2,
    });
    expect(categorisations[0]?.confirmedBy).not.toBe(categorisations[0]?.proposedBy);
  });

  it('midnight: police within four minutes, ungraded, the post gone', () => {
    const { incident, matterReports, samples } = story('midnight');
    const { reportedAt } = matterReports[0] ?? { reportedAt: '' };
    expect(minutesBetween(incident.discoveredAt, reportedAt)).toBe(4);
    expect(incident).toMatchObject({ opinionGrade: null, flags: { danger: true, minors: true } });
    expect(samples.at(-1)?.isVisible).toBe(false);
  });

  it('running track: the school logged it, the bureau sees it because it was reported up', async () => {
    const { incident } = story('running-track');
    const { orgs } = demo.world;
    expect(incident).toMatchObject({ orgId: orgs['school-a'], loggedBy: personId('monitor') });
    const officer = {
      kind: 'person' as const,
      id: personId('officer'),
      orgId: orgs.bureau ?? '',
      unitId: null,
      roles: ['officer' as const],
    };
    const { items } = await listIncidents(officer, listFilters.parse({ limit: 50 }));
    expect(items.map((one) => one.id)).toContain(incident.id);
  });
});
