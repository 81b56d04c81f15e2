import type { ApprovalChain, ApprovalStep } from './schema';

export type StepOrder =
  | { ok: true; steps: ApprovalStep[] }
  /** `cycle` = keys of steps that wait for each other, in that order. */
  | { ok: false; cycle: string[] }
  /** A step waits for one the chain does not have. */
  | { ok: false; step: string; unknown: string }
  /** Two steps have one key. */
  | { ok: false; twice: string };

/** Keys of the steps that come before this one: those it names, else the one listed before it. */
function waitsFor(steps: readonly ApprovalStep[], index: number): readonly string[] {
  const previous = steps[index - 1];
  return steps[index]?.after ?? (previous ? [previous.key] : []);
}

/**
 * The order in which a chain is signed: every step after those it waits for, otherwise as listed;
 * or why there is no such order. A chain whose steps name nothing keeps the order of the list.
 */
export function orderSteps({ steps }: Pick<ApprovalChain, 'steps'>): StepOrder {
  const known = new Set(steps.map((step) => step.key));
  const twice = steps.find((step, index) => steps.findIndex((one) => one.key === step.key) < index);
  if (twice) return { ok: false, twice: twice.key };
  const waiting = new Map<string, readonly string[]>();
  for (const [index, step] of steps.entries()) {
    const before = waitsFor(steps, index);
    const unknown = before.find((key) => !known.has(key));
    if (unknown !== undefined) return { ok: false, step: step.key, unknown };
    waiting.set(step.key, before);
  }
  const ordered: ApprovalStep[] = [];
  const done = new Set<string>();
  while (ordered.length < steps.length) {
    const next = steps.find(
      (step) => !done.has(step.key) && waiting.get(step.key)?.every((key) => done.has(key)),
    );
    if (!next) return { ok: false, cycle: findCycle(waiting, done) };
    done.add(next.key);
    ordered.push(next);
  }
  return { ok: true, steps: ordered };
}

/** Walks from step to step that it waits for until one comes again. */
function findCycle(
  waiting: ReadonlyMap<string, readonly string[]>,
  done: ReadonlySet<string>,
): string[] {
  const path: string[] = [];
  let at = [...waiting.keys()].find((key) => !done.has(key));
  while (at !== undefined && !path.includes(at)) {
    path.push(at);
    at = waiting.get(at)?.find((key) => !done.has(key));
  }
  return at === undefined ? path : [...path.slice(path.indexOf(at)), at];
}

/** The steps in signing order; as listed where the plan cannot be ordered. */
export function stepsInOrder(chain: Pick<ApprovalChain, 'steps'>): readonly ApprovalStep[] {
  const order = orderSteps(chain);
  return order.ok ? order.steps : chain.steps;
}
