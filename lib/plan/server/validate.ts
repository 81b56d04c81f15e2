import 'server-only';
import type { FieldError } from '@/lib/access/problem';
import type { Locale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { parsePlanFile } from '../file';
import { type Finding, mayPublish, reviewPlan } from '../review';
import type { Label } from '../schema';
import { loadReviewContext, orgWith } from './people';
import { fieldError, findingSentence } from './sentences';

/** What a plan file is worth: whether it is a plan, and what it would do in this institution. */
export interface CheckedFile {
  /** The text is a plan; `problems` is empty then. */
  valid: boolean;
  /** It could be published as it stands. */
  publishable: boolean;
  plan: { key: string; title: Label; rules: number; chains: number } | null;
  problems: FieldError[];
  findings: (Finding & { message: string })[];
}

/**
 * Looks at a plan file without keeping anything. Throws `Problem` FORBIDDEN without the right to
 * see plans.
 */
export async function checkPlanFile(
  actor: Actor,
  text: string,
  locale: Locale,
): Promise<CheckedFile> {
  const orgId = orgWith(actor, 'plan:read');
  const parsed = parsePlanFile(text);
  if (!parsed.ok) {
    const problems = parsed.problems.map((one) => fieldError(one, locale));
    return { valid: false, publishable: false, plan: null, problems, findings: [] };
  }
  const { plan } = parsed;
  const findings = reviewPlan(plan, await loadReviewContext(prisma, orgId));
  const { key, title, obligations, chains } = plan;
  return {
    valid: true,
    publishable: mayPublish(findings),
    plan: { key, title, rules: obligations.length, chains: chains.length },
    problems: [],
    findings: findings.map((one) => ({ ...one, message: findingSentence(one, locale) })),
  };
}
