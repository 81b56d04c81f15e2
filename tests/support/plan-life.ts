import { planStepOf } from '@/lib/incident/approval-steps';
import { isPending } from '@/lib/incident/limit-changes';
import { missingForClosing } from '@/lib/incident/stages';
import type { ApprovalObject, Level, ResponsePlan } from '@/lib/plan/schema';
import { standardChain } from '@/lib/plan/standard-chain';
import { ACCOUNT, PEOPLE, type PersonName, personId, ROADS, type World } from './incident-world';
import { approveReview, CALM, REVIEW, verify } from './story';

/** Public texts an incident needs signed; a preset that names no chain for one gets the unit's own. */
const SIGNED: readonly ApprovalObject[] = ['reply', 'publication'];

/** The plan as a unit adopts it: what the source left out is filled in. */
export function adopted(preset: ResponsePlan): ResponsePlan {
  const lacking = SIGNED.filter(
    (object) => !preset.chains.some((chain) => chain.objects.includes(object)),
  );
  if (lacking.length === 0) return preset;
  return { ...preset, chains: [...preset.chains, standardChain(lacking)] };
}

const nameOf = (id: string): PersonName => {
  const found = PEOPLE.find((name) => personId(name) === id);
  if (!found) throw new Error(`Nobody is ${id}`);
  return found;
};

/** Signs the newest text step by step as whoever its chain asks. */
export function approveByChain(world: World): void {
  const wording = world.last('wordings');
  const contentHash = world.hashOf(wording);
  for (;;) {
    const step = world.current.approvalSteps.find((one) => one.state === 'open');
    if (!step) return;
    const signed = world.current.approvalDecisions
      .filter((one) => one.runId === step.runId && one.voidedAt === null)
      .map((one) => one.personId);
    const next = step.candidateIds.find((id) => !signed.includes(id));
    if (!next) throw new Error(`Nobody is left to sign ${step.role}`);
    const outside = planStepOf(world.current, world.plan, step)?.outside;
    world.do(nameOf(next), 'approve', {
      found: '未发现差错',
      wordingId: wording.id,
      contentHash,
      ...(outside ? { outsideReference: '〔2026〕1号' } : {}),
    });
  }
}

/** Logged, reported, assessed, and graded where the plan has levels. */
export function judge(world: World, level: Level | null): void {
  world.do('officer', 'log', {
    title: '食堂异物',
    unitId: ROADS,
    category: 'inquiry',
    source: { url: 'https://weibo.com/1/a', platform: 'weibo', text: '饭里有东西' },
  });
  for (const target of ['leader', 'superior', 'authority'] as const) {
    world.later(1).do('officer', 'sendReport', { target, medium: 'oral', content: '首报' });
  }
  world.later(1).do('office', 'assess', { facts: '属实' });
  if (!level) return;
  const decider: PersonName = level.deciders.includes('deputy') ? 'deputy' : 'leader';
  world.later(1).do(decider, 'decideGrade', { grade: level.key, reason: '按实际情况' });
}

/** From activation to the public answer and the calm after it. */
export function respond(world: World): void {
  world.later(1).do('office', 'activate', {
    leadUnitId: ROADS,
    offlineOwner: '道路科 王工',
    onlineOwner: '办公室 李敏',
  });
  world.later(1).do('office', 'recordMeasure', { content: '停用该批食材' });
  verify(world);
  for (const target of ['leader', 'superior', 'authority'] as const) {
    world.do('office', 'sendReport', { kind: 'update', target, content: '续报', newRisks: '无' });
  }
  world.do('officer', 'reply', {
    kind: 'first',
    signatory: '示范局',
    acknowledgementKey: 'received',
    accountId: ACCOUNT,
  });
  const statement = world.submitDraft('statement');
  approveByChain(world);
  const signed = { accountId: ACCOUNT, signatory: '示范局' };
  world.do('spokesperson', 'publish', {
    wordingId: statement,
    ...signed,
    url: 'https://weibo.com/2/b',
  });
  const reply = world.submitDraft('reply');
  approveByChain(world);
  world.do('office', 'reply', { kind: 'formal', wordingId: reply, ...signed });
}

/** From the calm after the answer to the closed file; what nothing above met is explained. */
export function end(world: World): void {
  const watch = (world.plan.calm.watchHours ?? 24) * 60;
  world.do('office', 'recordSample', { reposts: 40, comments: 10 });
  world.later(watch).do('office', 'recordSample', { reposts: 40, comments: 10 });
  world.do('office', 'confirmCalm', CALM);
  world.do('office', 'confirmResolved', {});
  for (const target of ['leader', 'superior', 'authority'] as const) {
    world.do('office', 'sendReport', { kind: 'final', target, content: '终报' });
  }
  world.do('office', 'writeReview', REVIEW);
  approveReview(world);
  for (const { id } of world.current.deadlines.filter(isPending)) {
    const open = world.current.deadlines.find((one) => one.id === id);
    if (!open || !isPending(open)) continue;
    world.do('office', 'explainDeadline', { deadlineId: id, reason: '已另行办理' });
  }
  if (missingForClosing(world.current, world.plan).length === 0) world.do('leader', 'close', {});
}
