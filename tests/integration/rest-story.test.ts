import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveDemoClock } from '@/lib/org/server';
import { prisma } from '@/lib/platform/db';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { Client, clientsOf, type Json } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import {
  answerThePublic,
  as,
  bringToVerified,
  type Cast,
  type Grade,
  hashOf,
  submit,
  UNIT,
  wordingOf,
} from '../support/rest-story';

const TEST_ACTOR = { kind: 'system', id: 'test' } as const;
const HOUR_MS = 3_600_000;

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

const later = (hours: number) => moveDemoClock((offset) => offset + hours * HOUR_MS, TEST_ACTOR);

async function stageOf(id: string): Promise<string> {
  return (await as(cast, 'auditor').read(id)).stage;
}

/** Calm over the watch window, confirmed; then resolved, reviewed and closed. */
async function bringToClosed(id: string): Promise<void> {
  const office = as(cast, 'office');
  await office.does(id, 'recordSample', { reposts: 120, comments: 30 });
  await later(25);
  await office.does(id, 'recordSample', { reposts: 121, comments: 30 });
  const calm = { handled: true, mediaGone: true, moodCalm: true, note: '两日无新增' };
  await office.does(id, 'confirmCalm', calm);
  expect(await stageOf(id)).toBe('reviewing');
  expect(await as(cast, 'leader').refusal(id, 'close')).toBe('closing_incomplete');
  await office.does(id, 'confirmResolved');
  await office.does(id, 'writeReview', {
    course: '经过',
    timeliness: '按时',
    causes: ['facility'],
    effect: '平息',
    lessons: '加强巡查',
  });
  await office.does(id, 'addCorrectiveAction', { content: '管道排查', owner: '田守拙' });
  const { review, deadlines } = await office.read(id);
  const seen = { reviewId: review.id, contentHash: review.contentHash };
  await as(cast, 'leader').does(id, 'approveReview', seen);
  for (const { id: deadlineId } of deadlines.filter(isPending)) {
    await office.does(id, 'explainDeadline', { deadlineId, reason: '已电话说明' });
  }
  await as(cast, 'leader').does(id, 'close');
}

const isPending = ({ status }: Json) => status === 'open' || status === 'breached';

describe.each<Grade>(['ordinary', 'serious'])('a whole %s life over the API', (grade) => {
  let id: string;

  it('begins with what the officer found, clocks running', async () => {
    const made = await as(cast, 'officer').post('/incidents', {
      title: '校门口路面塌陷无人管',
      summary: '家长反映三天无人处理',
      unit: '安全与后勤股',
      planKey: 'P26',
      source: {
        url: 'https://weibo.example/status/7',
        platform: '微博',
        text: '路都塌了,电话13812345678没人接',
        counts: { reposts: 120, comments: 30 },
      },
      flags: { danger: false, minors: true, media: false, rising: true },
      provisionalGrade: grade === 'serious' ? '重大' : '一般',
      category: '询问/质疑/诉求',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ stage: 'detected', number: expect.stringMatching(/^YQ-/) });
    id = made.body.id;
    const incident = await as(cast, 'officer').read(id);
    expect(incident).toMatchObject({
      version: made.body.version,
      provisionalGrade: grade,
      category: 'inquiry',
      unitId: at(world.units, UNIT),
      unit: '安全与后勤股',
      plan: { key: 'p26', version: 1 },
    });
    expect(incident.mentions[0].text).toContain('138****5678');
    expect(incident.deadlines.map((one: Json) => one.key)).toContain('report_up');
    for (const deadline of incident.deadlines) {
      expect(deadline.status).toBe('open');
      expect(deadline.explanation.length).toBeGreaterThan(1);
      expect(deadline.title).toMatch(/\p{Script=Han}/u);
    }
    expect(incident.allowedCommands).toContain('sendReport');
    expect(incident.allowedCommands).not.toContain('decideGrade');
  });

  it('passes report, grading, activation and the unit’s feedback', async () => {
    expect(await as(cast, 'officer').refusal(id, 'decideGrade', { grade })).toBe('FORBIDDEN');
    if (grade === 'serious') {
      await as(cast, 'officer').does(id, 'sendReport', { content: '先报一次' });
      const early = await as(cast, 'deputy').refusal(id, 'decideGrade', { grade });
      expect(early).toBe('wrong_decider');
    }
    await bringToVerifiedWithReason();
    expect(await stageOf(id)).toBe('responding');
    const report = (await as(cast, 'office').read(id)).deadlines.find(
      (one: Json) => one.key === 'report_up',
    );
    expect(report).toMatchObject({ status: 'met' });
  });

  /** The counts suggest a serious grade, so an ordinary one needs its reason. */
  async function bringToVerifiedWithReason(): Promise<void> {
    if (grade === 'serious') return bringToVerified(cast, world, id, grade);
    await as(cast, 'officer').does(id, 'sendReport', { content: '首报' });
    await as(cast, 'office').does(id, 'assess', { facts: '本地影响', proposedGrade: grade });
    const bare = await as(cast, 'deputy').refusal(id, 'decideGrade', { grade });
    expect(bare).toBe('reason_needed');
    await as(cast, 'deputy').does(id, 'decideGrade', { grade, reason: '范围限于校门口' });
    await as(cast, 'office').does(id, 'activate', {
      leadUnitId: at(world.units, UNIT),
      offlineOwner: '田守拙',
      onlineOwner: '陆怀瑾',
    });
    await as(cast, 'office').does(id, 'assign', {
      unitId: at(world.units, UNIT),
      requirement: '核实',
    });
    const assignmentId = (await as(cast, 'handler').read(id)).assignments[0].id;
    await as(cast, 'handler').does(id, 'feedBack', {
      assignmentId,
      finding: 'true',
      course: '管道渗漏',
      signedByPrincipal: '田守拙',
    });
  }

  it('answers the public with an approved text under the official account', async () => {
    const wordingId = await answerThePublic(cast, world, id);
    const incident = await as(cast, 'auditor').read(id);
    expect(incident.stage).toBe('following');
    const { approval, versions } = wordingOf(incident, wordingId);
    expect(approval.state).toBe('approved');
    expect(approval.steps.every((step: Json) => step.state === 'approved')).toBe(true);
    const signed = approval.steps.flatMap((step: Json) => step.decisions);
    expect(new Set(signed.map((one: Json) => one.personId)).size).toBe(signed.length);
    expect(versions).toHaveLength(1);
    expect(incident.publications[0]).toMatchObject({ wordingId, signatory: '云岭县教育局' });
  });

  it('is followed until calm, reviewed and closed', async () => {
    await bringToClosed(id);
    expect(await stageOf(id)).toBe('closed');
    await as(cast, 'leader').does(id, 'archive');
    expect(await stageOf(id)).toBe('archived');
  });

  it('leaves a timeline without gaps that verifies', async () => {
    const auditor = as(cast, 'auditor');
    const { items } = (await auditor.get(`/incidents/${id}/timeline`)).body;
    expect(items.map((one: Json) => one.seq)).toEqual(items.map((_: Json, i: number) => i + 1));
    for (const [index, one] of items.entries()) {
      expect(one.prevHash).toBe(items[index - 1]?.hash ?? '0'.repeat(64));
    }
    const stages = items.filter((one: Json) => one.type === 'stage.reached');
    expect(stages.map((one: Json) => one.payload.stage)).toEqual([
      'reported',
      'graded',
      'responding',
      'following',
      'reviewing',
      'closed',
      'archived',
    ]);
    const check = await auditor.get(`/audit/verify?stream=incident:${id}`);
    expect(check.body).toEqual({
      ok: true,
      stream: `incident:${id}`,
      events: items.length,
      evidence: { files: 0 },
    });
  });
});

describe('four eyes', () => {
  let id: string;

  beforeAll(async () => {
    id = await as(cast, 'officer').log({ provisionalGrade: 'ordinary' });
    await bringToVerified(cast, world, id);
  });

  it('a drafter may not approve, whatever their role', async () => {
    // A deputy cannot draft; the office may neither approve.
    const { wordingId, contentHash } = await submit(cast, id);
    const input = { wordingId, contentHash };
    expect(await as(cast, 'office').refusal(id, 'approve', input)).toBe('drafter_may_not_approve');
  });

  it('refuses it to a deputy who drafted before, by the API and by SQL', async () => {
    const { deputy } = world.people;
    await prisma.userRole.create({ data: { userId: deputy ?? '', role: 'office' } });
    try {
      const person = as(cast, 'deputy');
      await person.does(id, 'draftWording', { kind: 'statement', title: '说明', body: '正文' });
      const wordingId = (await person.read(id)).wordings.at(-1).id;
      await person.does(id, 'submitWording', { wordingId });
      const incident = await person.read(id);
      const contentHash = hashOf(incident, wordingId);
      const refused = await person.refusal(id, 'approve', { wordingId, contentHash });
      expect(refused).toBe('drafter_may_not_approve');
      const { id: runId, steps } = wordingOf(incident, wordingId).approval;
      expect(steps[0].candidates).not.toContain(deputy);
      const insert = prisma.$executeRawUnsafe(
        `INSERT INTO "ApprovalDecision" (id, "incidentId", "runId", "stepId", "wordingId",
           "personId", decision, "contentHash", "drafterIds", "decidedAt")
         VALUES (gen_random_uuid(), $1::uuid, $2::uuid, $3::uuid, $4::uuid, $5::uuid, 'approve', $6,
           jsonb_build_array($5::text), now())`,
        id,
        runId,
        steps[0].id,
        wordingId,
        deputy,
        contentHash,
      );
      await expect(insert).rejects.toThrow(/drafter_may_not_approve/);
    } finally {
      await prisma.userRole.delete({
        where: { userId_role: { userId: deputy ?? '', role: 'office' } },
      });
    }
  });

  it('of two leaders who approve at the same moment one wins', async () => {
    const { wordingId, contentHash } = await submit(cast, id, '同时审批');
    const answers = await Promise.all(
      ['deputy', 'deputy2'].map((name) =>
        as(cast, name).command(id, 'approve', { wordingId, contentHash }),
      ),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    const { approval } = wordingOf(await as(cast, 'auditor').read(id), wordingId);
    expect(approval.state).toBe('approved');
    expect(approval.steps[0].decisions).toHaveLength(1);
  });

  it('an edit after approval voids it, and nothing can be published', async () => {
    const { wordingId, contentHash } = await submit(cast, id, '初稿');
    await as(cast, 'deputy').does(id, 'approve', { wordingId, contentHash });
    await as(cast, 'office').does(id, 'reviseWording', { wordingId, body: '改过的稿' });
    const publication = {
      wordingId,
      accountId: at(world.accounts, 'yunling-edu'),
      signatory: '云岭县教育局',
    };
    const refused = await as(cast, 'spokesperson').refusal(id, 'publish', publication);
    expect(refused).toBe('wording_not_approved');
    const stale = await as(cast, 'deputy2').refusal(id, 'approve', { wordingId, contentHash });
    expect(stale).toBe('content_changed');
    expect(wordingOf(await as(cast, 'office').read(id), wordingId).approval.state).toBe('voided');
  });

  it('speaks through an official account or not at all, by the API and by SQL', async () => {
    const { wordingId, contentHash } = await submit(cast, id, '账号');
    await as(cast, 'deputy').does(id, 'approve', { wordingId, contentHash });
    const incident = await as(cast, 'office').read(id);
    const publication = { wordingId, signatory: '云岭县教育局' };
    expect(await as(cast, 'spokesperson').refusal(id, 'publish', publication)).toBe(
      'no_official_account',
    );
    const unknown = { ...publication, accountId: crypto.randomUUID() };
    expect(await as(cast, 'spokesperson').refusal(id, 'publish', unknown)).toBe(
      'no_official_account',
    );
    const insert = prisma.$executeRawUnsafe(
      `INSERT INTO "Publication" (id, "incidentId", way, signatory, "wordingId", "approvalRunId",
         "contentHash", "publishedBy", "publishedAt")
       VALUES (gen_random_uuid(), $1::uuid, 'account', '某人', $2::uuid, $3::uuid, $4, $5::uuid, now())`,
      id,
      wordingId,
      wordingOf(incident, wordingId).approval.id,
      contentHash,
      world.people.office,
    );
    await expect(insert).rejects.toThrow(/official_voice/);
  });
});

it('health needs no token and says what is wrong', async () => {
  const nobody = new Client(null);
  const health = await nobody.get('/api/health');
  expect(health.status).toBe(503);
  expect(health.body).toMatchObject({
    status: 'degraded',
    database: 'ok',
    worker: { alive: false },
  });
});
