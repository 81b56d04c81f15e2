import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { CATEGORIES, GRAVE_CATEGORIES, MATTER_AUTHORITIES } from '@/lib/incident/keys';
import { listWaitingDecisions } from '@/lib/incident/server';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { at, buildInstitution, type DemoWorld } from '@/prisma/seed/builders/institution';
import { clientsOf } from '../support/api-client';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { type Grounds, groundsFor, insertRow, putOut, wouldTake } from '../support/guard-rest';
import { as, type Cast } from '../support/rest-story';

let database: TestDatabase;
let world: DemoWorld;
let cast: Cast;
const grounds = new Map<string, Grounds>();
/** A publication of the falsehood's incident that is no clarification. */
let statementId: string;

beforeAll(async () => {
  database = await createTestDatabase();
  world = await buildInstitution(new Date().toISOString());
  cast = await clientsOf(world);
  for (const category of CATEGORIES) {
    grounds.set(category, await groundsFor(cast, world, category));
  }
  statementId = await putOut(cast, world, of('falsehood_or_unlawful').id, 'statement');
}, 120_000);

afterAll(async () => {
  await prisma.$disconnect();
  await database.drop();
});

function of(category: string): Grounds {
  const found = grounds.get(category);
  if (!found) throw new RangeError(category);
  return found;
}

/** An incident of its own in this category, with the action against the poster proposed. */
async function grounded(category: string): Promise<string> {
  const found = await groundsFor(cast, world, category);
  await as(cast, 'office').does(found.id, 'proposePosterAction', wanted(found));
  return found.id;
}

const person = (name: string) => at(world.people, name);

const wanted = ({ evidenceId, publicationId }: Grounds, change: object = {}) => ({
  kind: 'police_report',
  authority: 'public_security',
  statement: '请依法处理',
  article: '治安管理处罚法第二十九条',
  harm: '学校停课两日',
  harmEvidenceId: evidenceId,
  publicationId,
  ...change,
});

/** The row that the whole way would leave behind. */
const row = (category: string, change: Record<string, unknown> = {}) => ({
  id: newId(),
  incidentId: of(category).id,
  ...wanted(of(category)),
  category,
  spreadId: of(category).spreadId,
  state: 'approved',
  proposedBy: person('office'),
  proposedAt: new Date().toISOString(),
  legalBy: person('member'),
  legalAt: new Date().toISOString(),
  legalOpinion: '构成',
  approvedBy: person('leader'),
  approvedAt: new Date().toISOString(),
  ...change,
});

describe('acting against the poster, over REST', () => {
  it.each(['inquiry', 'suggestion'])(
    'is impossible for %s, and never offered',
    async (category) => {
      const { id } = of(category);
      const refused = await as(cast, 'office').refusal(
        id,
        'proposePosterAction',
        wanted(of(category)),
      );
      expect(refused).toBe('category_bars_action');
      const { allowedCommands, posterActions } = await as(cast, 'office').read(id);
      expect(allowedCommands).not.toContain('proposePosterAction');
      expect(posterActions).toEqual([]);
    },
  );

  it.each<[string, string, object, string]>([
    ['malicious_spread', 'published facts', { publicationId: null }, 'facts_not_published'],
    ['malicious_spread', 'documented harm', { harm: null }, 'harm_not_documented'],
    ['malicious_spread', 'evidence of harm', { harmEvidenceId: null }, 'harm_not_documented'],
    ['falsehood_or_unlawful', 'the article', { article: null }, 'article_needed'],
    ['falsehood_or_unlawful', 'a clarification', { publicationId: null }, 'clarification_needed'],
  ])('%s without %s is refused', async (category, _, change, code) => {
    const input = wanted(of(category), change);
    expect(await as(cast, 'office').refusal(of(category).id, 'proposePosterAction', input)).toBe(
      code,
    );
  });

  it('a falsehood goes its way by three people, and the record verifies', async () => {
    const { id } = of('falsehood_or_unlawful');
    const input = wanted(of('falsehood_or_unlawful'));
    await as(cast, 'office').does(id, 'proposePosterAction', input);
    const posterActionId = (await as(cast, 'office').read(id)).posterActions.at(-1).id;
    expect(await as(cast, 'leader').refusal(id, 'approvePosterAction', { posterActionId })).toBe(
      'legal_review_needed',
    );
    await as(cast, 'member').does(id, 'reviewPosterAction', { posterActionId, opinion: '构成' });
    const byDeputy = await as(cast, 'deputy').command(id, 'approvePosterAction', {
      posterActionId,
    });
    expect(byDeputy.status).toBe(403);
    await as(cast, 'leader').does(id, 'approvePosterAction', { posterActionId });
    await as(cast, 'office').does(id, 'recordPosterAction', { posterActionId, reference: 'G-1' });
    const verified = await as(cast, 'auditor').get(`/audit/verify?stream=incident:${id}`);
    expect(verified.body).toMatchObject({ ok: true });
  });

  it('every leader recused, it waits for a deputy', async () => {
    const id = await grounded('malicious_spread');
    const waitsFor = async (name: string) => {
      const actor = await loadActor(person(name));
      if (!actor) throw new Error(`no ${name}`);
      return (await listWaitingDecisions(actor))
        .filter((one) => one.incidentId === id && one.kind === 'poster_action')
        .map((one) => one.id);
    };
    const { posterActions } = await as(cast, 'office').read(id);
    const posterActionId = posterActions.at(-1).id;
    expect(await waitsFor('leader')).toEqual([posterActionId]);
    expect(await waitsFor('deputy')).toEqual([]);
    await as(cast, 'leader').does(id, 'declareInterest', { reason: '亲属' });
    expect(await waitsFor('leader')).toEqual([]);
    expect(await waitsFor('deputy')).toEqual([]);
    await as(cast, 'leader2').does(id, 'declareInterest', { reason: '亲属' });
    expect(await waitsFor('deputy')).toEqual([posterActionId]);
    expect(
      await as(cast, 'leader').refusal(id, 'refusePosterAction', {
        posterActionId,
        reason: '不报',
      }),
    ).toBe('recused');
    await as(cast, 'deputy').does(id, 'approvePosterAction', { posterActionId });
    expect((await as(cast, 'office').read(id)).posterActions.at(-1).state).toBe('approved');
  });
});

describe('acting against the poster, by direct SQL', () => {
  it.each(GRAVE_CATEGORIES)('%s with every condition is taken', async (category) => {
    expect(await wouldTake('PosterAction', row(category))).toBe(true);
  });

  it.each(['inquiry', 'suggestion'])('%s fails', async (category) => {
    await expect(insertRow('PosterAction', row(category))).rejects.toThrow(/poster_category/);
    const disguised = row(category, { category: 'malicious_spread' });
    await expect(insertRow('PosterAction', disguised)).rejects.toThrow(
      /category bars|poster_category/,
    );
  });

  it.each<[string, string, Record<string, unknown>, RegExp]>([
    ['malicious_spread', 'facts', { publicationId: newId() }, /poster_publication|nothing was/],
    ['malicious_spread', 'harm', { harm: ' ' }, /poster_harm|not documented/],
    ['malicious_spread', 'evidence', { harmEvidenceId: null }, /poster_harm/],
    ['malicious_spread', 'spreading', { spreadId: null }, /poster_spreading/],
    ['malicious_spread', 'real spreading', { spreadId: newId() }, /poster_spreading|go on/],
    ['falsehood_or_unlawful', 'article', { article: null }, /poster_article|no article/],
    ['falsehood_or_unlawful', 'legal review', { legalBy: null }, /poster_reviewed/],
    ['falsehood_or_unlawful', 'leader', { approvedBy: null }, /poster_approved/],
  ])('%s without %s fails', async (category, _, change, constraint) => {
    await expect(insertRow('PosterAction', row(category, change))).rejects.toThrow(constraint);
  });

  it('a falsehood without clarification fails', async () => {
    const values = row('falsehood_or_unlawful', { publicationId: statementId });
    await expect(insertRow('PosterAction', values)).rejects.toThrow(
      /poster_publication|nothing was/,
    );
  });

  it('the proposer as approver, or as reviewer, and an approver who is no leader fail', async () => {
    const category = 'falsehood_or_unlawful';
    for (const change of [
      { approvedBy: person('office') },
      { legalBy: person('office') },
      { legalBy: person('leader') },
    ]) {
      await expect(insertRow('PosterAction', row(category, change))).rejects.toThrow(
        /poster_by_another/,
      );
    }
    const byDeputy = row(category, { approvedBy: person('deputy') });
    await expect(insertRow('PosterAction', byDeputy)).rejects.toThrow(
      /poster_approved|by the leader/,
    );
  });

  it('a grave category set by one person alone fails', async () => {
    const { id } = of('inquiry');
    const set = prisma.$executeRawUnsafe(
      `UPDATE "Incident" SET category = 'malicious_spread' WHERE id = $1::uuid`,
      id,
    );
    await expect(set).rejects.toThrow(/grave_category_by_two|second person/);
  });
});

describe('reporting the matter', () => {
  it.each(CATEGORIES)('is taken for %s by REST, countersigned later', async (category) => {
    const { id } = of(category);
    for (const authority of MATTER_AUTHORITIES) {
      await as(cast, 'officer').does(id, 'reportMatter', { authority, content: '孩子身上有伤' });
    }
    const { matterReports, allowedCommands } = await as(cast, 'officer').read(id);
    expect(allowedCommands).toContain('reportMatter');
    const matterReportId = matterReports.at(-1).id;
    await as(cast, 'leader').does(id, 'countersignMatter', { matterReportId });
  });

  it('goes with logging', async () => {
    const { body } = await as(cast, 'officer').post('/incidents', {
      title: '幼儿手臂有伤',
      matter: { authority: 'child_protection' },
    });
    const { matterReports } = await as(cast, 'officer').read(body.id);
    expect(matterReports).toMatchObject([
      { authority: 'child_protection', content: '幼儿手臂有伤' },
    ]);
  });
});
