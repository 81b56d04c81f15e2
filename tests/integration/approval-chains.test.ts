import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadActor } from '@/lib/access/server';
import { readStream } from '@/lib/audit/server';
import { changeIncident, loadMany } from '@/lib/incident/server';
import { replay } from '@/lib/incident/server/replay';
import { itemsToTick } from '@/lib/incident/submission-list';
import { planHash } from '@/lib/plan/content-hash';
import { prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { chainPlans } from '../support/chain-cases';
import { Institution } from '../support/institution';
import { reasonOf } from '../support/reason-of';

const NAMES = { responsible: '田守拙', liaison: '田守拙' };

let house: Institution;

beforeAll(async () => {
  house = await Institution.open();
});

afterAll(() => house.close());

const does = async (name: string, id: string | null, type: string, input: object) =>
  changeIncident({ actor: await house.actor(name), incidentId: id, type, input });

async function stateOf(id: string) {
  const state = (await loadMany(prisma, [id])).get(id);
  if (!state) throw new Error('no incident');
  const open = state.approvalSteps.find((one) => one.state === 'open');
  const given = state.approvalDecisions.filter((one) => one.stepId === open?.id);
  return { state, open, signed: given.map((one) => one.personId) };
}

/** An incident under a plan of this one chain, with a statement on its way. */
async function submitted(name: string, content: ReturnType<typeof chainPlans>[number][1]) {
  const { orgId } = await house.actor('office');
  const [planId, key, at] = [newId(), name.replace(' ', '_'), house.now];
  const owner = { orgId: orgId ?? '', key, presetKey: content.key, isDefault: false };
  await prisma.responsePlan.create({ data: { id: planId, ...owner, createdAt: at } });
  const version = { id: newId(), planId, number: 1, publishedAt: at, publishedBy: null };
  await prisma.planVersion.create({
    data: { ...version, content, contentHash: planHash(content) },
  });
  const { id } = await does('officer', null, 'log', { title: name, planKey: key });
  // Handlers sign what was assigned to their unit.
  const { unitId } = await house.actor('handler');
  await does('office', id, 'assign', { unitId, requirement: '核实', ...NAMES });
  const draft = { kind: 'statement', title: name, body: '已知事实：路灯不亮。' };
  await does('office', id, 'draftWording', draft);
  const { state } = await stateOf(id);
  const wordingId = state.wordings[0]?.id ?? '';
  const ticked = itemsToTick(content.mechanisms).map((one) => one.key);
  await does('office', id, 'submitWording', { wordingId, ticked });
  return { id, seen: { wordingId, contentHash: state.wordingVersions[0]?.contentHash } };
}

/** P07 has a monitor sign articles for the website; no text of the product is one yet. */
const SIGNED_HERE = chainPlans().filter(([name]) => name !== 'p07 website_article');

describe.each(SIGNED_HERE)('%s at the door', (name, plan) => {
  it('signed by two at once and twice by one: each counts once, and none too many', async () => {
    const { id, seen } = await submitted(name, plan);
    for (;;) {
      const { open, signed } = await stateOf(id);
      if (!open) break;
      const waiting = open.candidateIds.filter((one) => !signed.includes(one));
      const [first = '', second] = waiting;
      const signs = async (who: string) => {
        const actor = await loadActor(who);
        if (!actor) throw new Error('nobody');
        const said = { outsideReference: '〔2026〕1号', found: '未发现差错', stepId: open.id };
        const input = { ...seen, ...said };
        return reasonOf(changeIncident({ actor, incidentId: id, type: 'approve', input }));
      };
      const answers = await Promise.all([first, first, ...(second ? [second] : [])].map(signs));
      const after = await stateOf(id);
      const given = after.state.approvalDecisions.filter((one) => one.stepId === open.id);
      const more = Math.min(open.needed - signed.length, second ? 2 : 1);
      expect(answers.filter((one) => one === 'carried out')).toHaveLength(more);
      expect(new Set(given.map((one) => one.personId)).size).toBe(signed.length + more);
      expect(given).toHaveLength(signed.length + more);
    }
    const { state } = await stateOf(id);
    expect(state.wordings[0]?.state).toBe('approved');
    expect(await replay(prisma, id, await readStream(prisma, `incident:${id}`))).toBeNull();
  });
});
