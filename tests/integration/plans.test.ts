import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyInSnapshot } from '@/lib/audit/server/verify';
import { planHash } from '@/lib/plan/content-hash';
import {
  adoptAsDraft,
  compareVersions,
  discardDraft,
  editDraft,
  getDraft,
  getPlanForPage,
  listDrafts,
  listVersions,
  publishDraft,
  returnDraft,
  startDraft,
  submitDraft,
} from '@/lib/plan/server';
import { prisma } from '@/lib/platform/db';
import { at } from '@/prisma/seed/builders/institution';
import { ClockWorld } from '../support/clock-world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { eightHours, endDrafts, refusal, submitted } from '../support/plan-drafts';

let database: TestDatabase;
let world: ClockWorld;
let orgId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await ClockWorld.create();
  orgId = at(world.demo.orgs, 'bureau');
});

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

// Every test begins without a draft at work.
beforeEach(endDrafts);

const act = (username: string) => world.actor(username);

async function events(type: string) {
  const rows = await prisma.auditEvent.findMany({
    where: { streamId: `org:${orgId}`, type },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => ({
    actor: (row.actor as { id: string }).id,
    payload: row.payload as Record<string, unknown>,
  }));
}

describe('adopting a plan', () => {
  it('is drafted by one person, published by another, and pinned by incidents from then on', async () => {
    const mark = await submitted(world, 'own_p21');
    const published = await publishDraft(await act('leader'), { ...mark, makeDefault: false });
    expect(published).toMatchObject({ key: 'own_p21', version: 1, isDefault: false });

    const page = await getPlanForPage(await act('officer'), 'own_p21');
    const rule = page.plan.obligations.find((one) => one.rule === 'positive_reply');
    expect(rule).toMatchObject({ amount: 8, modifiedByUnit: true, source: { document: '003' } });
    expect(page.plan.norms.map((norm) => norm.key)).toContain('state_council_2016_80');
    expect(page.version).toMatchObject({
      number: 1,
      author: { id: world.personId('office') },
      publishedBy: { id: world.personId('leader') },
      reason: '县里要求当天答复,联系人 138****8000',
      contentHash: planHash(page.plan),
    });

    const { id } = await world.do('officer', null, 'log', {
      title: '食堂',
      planKey: 'own_p21',
      discoveredAt: null,
    });
    const incident = await prisma.incident.findUniqueOrThrow({ where: { id } });
    expect(incident.planVersionId).toBe(published.versionId);
    const deadline = await prisma.deadline.findFirstOrThrow({
      where: { incidentId: id, rule: 'positive_reply' },
    });
    expect(deadline.amount).toBe(8);
  });

  it('names the change, its author and its reason in a record that verifies', async () => {
    const mark = await submitted(world, 'told');
    const { contentHash, versionId } = await publishDraft(await act('leader'), mark);
    const told = (await events('plan.published')).at(-1);
    expect(told).toMatchObject({
      actor: world.personId('leader'),
      payload: {
        planKey: 'told',
        version: 1,
        versionId,
        contentHash,
        authorId: world.personId('office'),
        publisherId: world.personId('leader'),
        reason: '县里要求当天答复,联系人 138****8000',
      },
    });
    expect(told?.payload.changes).toContain('obligations.positive_reply.amount: 12 → 8');
    const types = ['plan.draft_started', 'plan.draft_changed', 'plan.submitted'];
    for (const type of types) {
      const last = (await events(type)).at(-1);
      expect(last).toMatchObject({
        actor: world.personId('office'),
        payload: { planKey: 'told', draftId: mark.draftId },
      });
    }
    expect(await verifyInSnapshot(`org:${orgId}`)).toMatchObject({ ok: true });
    // No phone number got into the record.
    const all = await prisma.auditEvent.findMany({ where: { streamId: `org:${orgId}` } });
    expect(JSON.stringify(all.map((one) => one.payload))).not.toContain('13800138000');
  });

  it('becomes the default where asked, and says which plan was before', async () => {
    const mark = await submitted(world, 'first_choice');
    await publishDraft(await act('leader'), { ...mark, makeDefault: true });
    const defaults = await prisma.responsePlan.findMany({ where: { orgId, isDefault: true } });
    expect(defaults.map((plan) => plan.key)).toEqual(['first_choice']);
    expect((await events('plan.default_changed')).at(-1)?.payload).toMatchObject({
      planKey: 'first_choice',
      previous: 'p26',
    });
  });
});

describe('versions', () => {
  it('follow each other, are compared, and running incidents stay on theirs', async () => {
    await publishDraft(await act('leader'), await submitted(world, 'twice'));
    const { id } = await world.do('officer', null, 'log', { title: '甲', planKey: 'twice' });
    const office = await act('office');
    const started = await startDraft(office, 'twice');
    const edit = { ...eightHours, fields: { amount: 6 } };
    const edited = await editDraft(office, { ...started, edit });
    const mark = await submitDraft(office, { ...edited, reason: '再快一些' });
    expect(await publishDraft(await act('deputy'), mark)).toMatchObject({ version: 2 });
    const { changes } = await compareVersions(office, 'twice', 1, 2);
    expect(changes).toMatchObject([
      { path: 'obligations.positive_reply.amount', before: 8, after: 6 },
    ]);
    const rows = await listVersions(office, 'TWICE');
    expect(rows.map(({ number, openIncidents }) => [number, openIncidents])).toEqual([
      [2, 0],
      [1, 1],
    ]);

    const move = { version: 2, reason: '新版已发布' };
    for (const username of ['office', 'deputy']) {
      await expect(world.do(username, id, 'movePlan', move)).rejects.toMatchObject({
        code: 'FORBIDDEN',
      });
    }
    await expect(
      world.do('leader', id, 'movePlan', { version: 9, reason: '没有' }),
    ).rejects.toMatchObject({ facts: { reason: 'unknown_target' } });
    const moved = await world.do('leader', id, 'movePlan', move);
    expect(moved.events[0]?.type).toBe('incident.plan_moved');
    const incident = await prisma.incident.findUniqueOrThrow({ where: { id } });
    expect(incident.planVersionId).toBe(rows[0]?.id);
    expect(await verifyInSnapshot(`incident:${id}`)).toMatchObject({ ok: true });
    // What follows is decided on the new version.
    await world.do('officer', id, 'note', { content: '已换版' });
    expect(await verifyInSnapshot(`incident:${id}`)).toMatchObject({ ok: true });
  });

  it('of another institution are out of reach of a move', async () => {
    const { id } = await world.do('officer', null, 'log', { title: '乙' });
    const other = await prisma.planVersion.findFirstOrThrow({
      where: { plan: { orgId: { not: orgId } } },
    });
    const move = { planVersionId: other.id, reason: '换' };
    await expect(world.do('leader', id, 'movePlan', move)).rejects.toMatchObject({
      facts: { reason: 'unknown_target' },
    });
  });

  it('are never changed or removed, by the product or by the owner of the tables', async () => {
    for (const url of [database.appUrl, database.ownerUrl]) {
      const sql = new pg.Client(url);
      await sql.connect();
      try {
        for (const statement of [
          `UPDATE "PlanVersion" SET reason = 'x'`,
          `UPDATE "PlanVersion" SET content = '{}'`,
          'DELETE FROM "PlanVersion"',
          'TRUNCATE "PlanVersion" CASCADE',
        ]) {
          await expect(sql.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      } finally {
        await sql.end();
      }
    }
  });

  it('are never published by their author, even past the product', async () => {
    const plan = await prisma.responsePlan.findFirstOrThrow({ where: { orgId } });
    const author = world.personId('leader');
    const row = {
      id: '01a20000-0000-7000-8000-00000000bbbb',
      planId: plan.id,
      number: 99,
      content: {},
      publishedAt: new Date(),
      publishedBy: author,
      authorId: author,
    };
    await expect(prisma.planVersion.create({ data: row })).rejects.toThrow('version_by_two');
  });
});

describe('refusals leave the plans as they were', () => {
  it('whoever edited or submitted a draft does not publish it', async () => {
    const leader = await act('leader');
    const { draftId } = await adoptAsDraft(leader, { presetKey: 'p21', key: 'by_leader' });
    const deputy = await act('deputy');
    const edited = await editDraft(deputy, { draftId, revision: 1, edit: eightHours });
    const office = await act('office');
    const mark = await submitDraft(office, { ...edited, reason: '三人经手' });
    for (const person of [leader, deputy]) {
      expect(await refusal(() => publishDraft(person, mark))).toMatchObject({
        code: 'REFUSED',
        reason: 'author_may_not_publish',
      });
    }
    expect(await refusal(() => publishDraft(office, mark))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await getDraft(leader, draftId)).toMatchObject({ isAuthor: true, mayPublish: false });
    expect(await getDraft(await act('leader2'), draftId)).toMatchObject({ mayPublish: true });
    expect(await publishDraft(await act('leader2'), mark)).toMatchObject({ version: 1 });
  });

  it.each(['officer', 'auditor', 'monitor', 'sysadmin', 'handler'])(
    '%s neither edits nor publishes plans',
    async (username) => {
      const actor = await act(username);
      const begun = () => adoptAsDraft(actor, { presetKey: 'p21', key: 'no' });
      expect(await refusal(begun)).toMatchObject({ code: 'FORBIDDEN' });
      const mark = await submitted(world, 'not_theirs');
      expect(await refusal(() => publishDraft(actor, mark))).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it('a draft with errors is not handed over, nor published when people have left', async () => {
    const office = await act('office');
    const { draftId } = await adoptAsDraft(office, { presetKey: 'p26', key: 'broken' });
    const edited = await editDraft(office, {
      draftId,
      revision: 1,
      edit: { do: 'change', list: 'obligations', name: 'first_response', fields: { metBy: [] } },
    });
    const found = await refusal(() => submitDraft(office, { ...edited, reason: '试' }));
    expect(found).toMatchObject({
      code: 'REFUSED',
      reason: 'plan_has_errors',
      detail: { codes: ['met_by_nothing'], paths: ['obligations.first_response'] },
    });
  });

  it('two people at once: the second is told, and nothing of the first is lost', async () => {
    const office = await act('office');
    const { draftId } = await adoptAsDraft(office, { presetKey: 'p21', key: 'raced' });
    const edits = [8, 6, 4].map((amount) =>
      editDraft(office, { draftId, revision: 1, edit: { ...eightHours, fields: { amount } } }),
    );
    const outcomes = await Promise.allSettled(edits);
    const won = outcomes.filter((one) => one.status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const one of outcomes) {
      if (one.status === 'rejected') {
        expect(one.reason).toMatchObject({ code: 'CONFLICT', facts: { reason: 'draft_stale' } });
      }
    }
    expect((await getDraft(office, draftId)).revision).toBe(2);
    expect(await events('plan.draft_changed')).toEqual(
      expect.arrayContaining([expect.objectContaining({ actor: office.id })]),
    );
  });

  it('one draft at a time for one plan, even when two begin at once', async () => {
    const office = await act('office');
    const begun = await Promise.allSettled(
      ['office', 'deputy', 'leader'].map(async (username) =>
        adoptAsDraft(await act(username), { presetKey: 'p21', key: 'alone' }),
      ),
    );
    expect(begun.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const again = () => adoptAsDraft(office, { presetKey: 'p21', key: 'alone' });
    expect(await refusal(again)).toMatchObject({ reason: 'draft_exists' });
  });

  it('while it waits it is not edited; returned with a reason it is', async () => {
    const mark = await submitted(world, 'waiting');
    const office = await act('office');
    expect(await refusal(() => editDraft(office, { ...mark, edit: eightHours }))).toMatchObject({
      reason: 'draft_submitted',
    });
    expect(await refusal(() => discardDraft(office, mark))).toMatchObject({
      reason: 'draft_submitted',
    });
    const returned = await returnDraft(await act('leader'), { ...mark, reason: '请写明依据' });
    expect(await getDraft(office, mark.draftId)).toMatchObject({
      state: 'draft',
      returnReason: '请写明依据',
      returnedBy: { id: world.personId('leader') },
    });
    expect(await refusal(async () => publishDraft(await act('leader'), returned))).toMatchObject({
      reason: 'draft_not_submitted',
    });
    await discardDraft(office, returned);
    expect(await listDrafts(office)).toEqual([]);
    const late = () => editDraft(office, { ...returned, edit: eightHours });
    expect(await refusal(late)).toMatchObject({ reason: 'draft_not_open' });
  });

  it('an unchanged version, an unknown preset, a reserved or malformed key', async () => {
    await publishDraft(await act('leader'), await submitted(world, 'same'));
    const office = await act('office');
    const started = await startDraft(office, 'same');
    const again = () => submitDraft(office, { ...started, reason: '没有改动' });
    expect(await refusal(again)).toMatchObject({ reason: 'plan_unchanged' });
    const adopt = (presetKey: string, key: string) => adoptAsDraft(office, { presetKey, key });
    expect(await refusal(() => adopt('p99', 'x'))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(() => adopt('p21', 'schema'))).toMatchObject({
      reason: 'plan_key_reserved',
    });
    expect(await refusal(() => adopt('p21', '9 lives'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await refusal(() => startDraft(office, 'nothing'))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a draft of another institution is not there', async () => {
    const mark = await submitted(world, 'hidden');
    const stranger = await act('school_leader');
    expect(await refusal(() => getDraft(stranger, mark.draftId))).toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refusal(() => publishDraft(stranger, mark))).toMatchObject({ code: 'NOT_FOUND' });
  });
});
