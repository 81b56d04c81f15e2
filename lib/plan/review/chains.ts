import { holdsPermission } from '@/lib/access/policy';
import type { Role } from '@/lib/access/roles';
import { CATEGORIES } from '@/lib/incident/keys';
import { chainFor, type PlanSituation } from '../obligations';
import type { ApprovalChain, ApprovalObject, ApprovalStep, Label, ResponsePlan } from '../schema';
import { orderSteps } from '../steps';
import type { Finding, ReviewContext } from './finding';

/** What wordings of an incident are approved as; the rest is signed outside the product. */
const NEEDED: readonly ApprovalObject[] = ['reply', 'publication', 'internal_line'];

/** Who signs where nobody in the role is left; as the approval run passes a step on. */
const STANDS_IN: Partial<Record<string, Role>> = { deputy: 'leader', leader: 'deputy' };

/** Chains: whether every step can come, who signs it, and whether answers have a chain at all. */
export function reviewChains(plan: ResponsePlan, context: ReviewContext): Finding[] {
  return [
    ...plan.chains.flatMap((chain) => [
      ...reviewOrder(chain),
      ...chain.steps.flatMap((step) => reviewStep(chain, step, context)),
      ...reviewReach(plan, chain),
    ]),
    ...reviewCoverage(plan),
  ];
}

function reviewOrder(chain: ApprovalChain): Finding[] {
  const order = orderSteps(chain);
  if (order.ok) return [];
  const path = `chains.${chain.key}`;
  const severity = 'error';
  if ('cycle' in order) {
    const params = { chain: chain.label, steps: order.cycle };
    return [{ code: 'step_cycle', severity, path, params }];
  }
  if ('twice' in order) {
    return [
      { code: 'step_twice', severity, path, params: { chain: chain.label, step: order.twice } },
    ];
  }
  const params = { chain: chain.label, step: order.step, unknown: order.unknown };
  return [{ code: 'step_unknown', severity, path: `${path}.steps.${order.step}`, params }];
}

function reviewStep(chain: ApprovalChain, step: ApprovalStep, context: ReviewContext): Finding[] {
  const path = `chains.${chain.key}.steps.${step.key}`;
  const params = { chain: chain.label, step: step.label, role: step.role };
  const found = (code: Finding['code'], severity: Finding['severity'], more = {}): Finding => ({
    code,
    severity,
    path,
    params: { ...params, ...more },
  });
  const signers = signersOf(step.role, context);
  if (signers === 0) {
    const deputy = STANDS_IN[step.role];
    if (!deputy || context.holders[deputy] === 0) return [found('step_no_approver', 'error')];
    return [found('step_stands_in', 'warning', { deputy })];
  }
  const runs = chain.objects.some((object) => NEEDED.includes(object));
  if (runs && step.role !== 'group' && !mayApprove(step.role)) {
    return [found('step_role_may_not_approve', 'error')];
  }
  const needed = step.needed === 'majority' ? 1 : step.needed;
  if (needed <= signers) return [];
  return [found('quorum_impossible', 'error', { needed, found: signers })];
}

const signersOf = (role: ApprovalStep['role'], { holders, groupVoters }: ReviewContext) =>
  role === 'group' ? groupVoters : holders[role];

function mayApprove(role: Role): boolean {
  const actor = { kind: 'person' as const, id: '', orgId: null, unitId: null, roles: [role] };
  return holdsPermission(actor, 'incident:approve');
}

/** A chain that an earlier one stands before wherever it would apply is never used. */
function reviewReach(plan: ResponsePlan, chain: ApprovalChain): Finding[] {
  const grades = chain.grades?.length ? chain.grades : gradesOf(plan);
  const categories = chain.categories?.length ? chain.categories : [...CATEGORIES, null];
  const situations = grades.flatMap((grade) =>
    categories.map((category) => ({ ...NOTHING, grade, category })),
  );
  const used = chain.objects.some((object) =>
    situations.some((situation) => chainFor(plan, object, situation)?.key === chain.key),
  );
  if (used) return [];
  const path = `chains.${chain.key}`;
  return [{ code: 'chain_shadowed', severity: 'error', path, params: { chain: chain.label } }];
}

function reviewCoverage(plan: ResponsePlan): Finding[] {
  return NEEDED.flatMap((object): Finding[] => {
    const bare = gradesOf(plan).filter((grade) => {
      const situation = { ...NOTHING, grade };
      return (
        chainFor(plan, object, { ...situation, category: null }) === null ||
        CATEGORIES.some((category) => chainFor(plan, object, { ...situation, category }) === null)
      );
    });
    if (bare.length === 0) return [];
    const severity = object === 'internal_line' ? 'warning' : 'error';
    const params = { object, grades: namesOf(plan, bare) };
    return [{ code: 'no_chain', severity, path: 'chains', params }];
  });
}

/** `特别重大、重大`; every grade where the plan has no levels. */
function namesOf({ levels }: ResponsePlan, grades: readonly (string | null)[]): Label {
  const labels = levels.filter((level) => grades.includes(level.key)).map((level) => level.label);
  return {
    zh: labels.map((one) => one.zh).join('、') || '全部',
    en: labels.map((one) => one.en).join(', ') || 'all',
  };
}

const gradesOf = ({ levels }: ResponsePlan): (string | null)[] =>
  levels.length > 0 ? levels.map((level) => level.key) : [null];

const NOTHING: PlanSituation = {
  grade: null,
  gradeDecided: true,
  eventGrade: null,
  category: null,
  scales: {},
  difficulty: null,
  deaths: 0,
  injured: 0,
  people: 0,
  circumstances: [],
};
