import { planStepOf } from '@/lib/incident/approval-steps';
import type { ApprovalStepRow } from '@/lib/incident/model';
import { presets } from '@/lib/plan/presets';
import type { ApprovalChain, ResponsePlan } from '@/lib/plan/schema';
import { PEOPLE, type PersonName, personId, World } from './incident-world';
import { judge } from './plan-life';

const nameOf = (id: string): PersonName =>
  PEOPLE.find((name) => personId(name) === id) ?? 'auditor';

type Seen = { wordingId: string; contentHash: string; stepId?: string };

/** A text of the office on its way through one chain, and who is to sign it. */
export class ChainCase {
  readonly world: World;

  constructor(plan: ResponsePlan) {
    this.world = new World({ plan });
    judge(this.world, null);
    this.world.submitDraft('statement');
  }

  steps(): ApprovalStepRow[] {
    const run = this.world.last('approvalRuns');
    return this.world.current.approvalSteps
      .filter((step) => step.runId === run.id)
      .sort((a, b) => a.position - b.position);
  }

  /** The open step; undefined when the run has ended. */
  step(): ApprovalStepRow | undefined {
    return this.steps().find((one) => one.state === 'open');
  }

  /** Whom the open step waits for. */
  candidates(): PersonName[] {
    const step = this.step();
    const signed = this.world.current.approvalDecisions
      .filter((one) => one.stepId === step?.id && one.voidedAt === null)
      .map((one) => one.personId);
    return (step?.candidateIds ?? []).filter((id) => !signed.includes(id)).map(nameOf);
  }

  /** People enough to pass the open step, as if nobody had signed it. */
  signersNeeded(): PersonName[] {
    const step = this.step();
    return (step?.candidateIds ?? []).slice(0, step?.needed ?? 0).map(nameOf);
  }

  /** Somebody who has nothing to do with the run and could be given an authority. */
  spare(): PersonName | undefined {
    const { approvalDecisions, approvalSteps } = this.world.current;
    const busy = [
      ...approvalDecisions.map((one) => one.personId),
      ...approvalSteps.flatMap((one) => one.candidateIds),
    ];
    const idle: PersonName[] = ['auditor', 'monitor', 'officer', 'officer2', 'handler', 'handler2'];
    return idle.find((name) => !busy.includes(personId(name)));
  }

  seen(): Seen {
    const wording = this.world.last('wordings');
    return { wordingId: wording.id, contentHash: this.world.hashOf(wording) };
  }

  input(seen: Seen = this.seen()) {
    const step = this.step();
    const outside = step && planStepOf(this.world.current, this.world.plan, step)?.outside;
    return { ...seen, ...(outside ? { outsideReference: '〔2026〕1号' } : {}) };
  }

  sign(name: PersonName): void {
    this.world.do(name, 'approve', { ...this.input(), found: '未发现差错' });
  }

  refusal(name: PersonName, seen?: Seen): string | null {
    return this.world.refusal(name, 'approve', { ...this.input(seen), found: '未发现差错' });
  }

  /** Lets as many sign as the open step still needs; answers with them. */
  passStep(): PersonName[] {
    const id = this.step()?.id;
    const signed: PersonName[] = [];
    for (;;) {
      const next = this.candidates()[0];
      if (!id || this.step()?.id !== id || !next) return signed;
      this.sign(next);
      signed.push(next);
    }
  }

  /** A written authority of one for another to sign texts, in force or over since an hour. */
  delegate(from: PersonName, to: PersonName, { ended }: { ended: boolean }): void {
    const at = (hours: number) =>
      new Date(Date.parse(this.world.now) + hours * 3_600_000).toISOString();
    const [startsAt, endsAt] = ended ? [at(-48), at(-1)] : [at(-1), at(24)];
    const [fromId, toId] = [personId(from), personId(to)];
    const delegations = [
      { id: personId(to), fromId, toId, scope: 'approve' as const, startsAt, endsAt },
    ];
    this.world.directory = { ...this.world.directory, delegations };
  }
}

/** The chain alone, for a text to the public at every grade and in every category. */
function planOf(preset: ResponsePlan, chain: ApprovalChain): ResponsePlan {
  const { grades: _grades, categories: _categories, ...rest } = chain;
  return { ...preset, chains: [{ ...rest, objects: ['publication'] }] };
}

/** Every chain of every preset by name, alone in its plan. */
export function chainPlans(): [string, ResponsePlan][] {
  return [...presets].flatMap(([key, preset]) =>
    preset.chains.map((chain): [string, ResponsePlan] => [
      `${key} ${chain.key}`,
      planOf(preset, chain),
    ]),
  );
}

/** The same with a run through each that has just begun. */
export const chainCases = (): [string, () => ChainCase][] =>
  chainPlans().map(([name, plan]) => [name, () => new ChainCase(plan)]);
