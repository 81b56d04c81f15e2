import { Problem } from '@/lib/access/problem';
import { json, rest } from '@/lib/access/server/rest';
import { explainDue } from '@/lib/calendar';
import type { Label } from '@/lib/plan/schema';
import { trialOf } from '@/lib/plan/server';
import type { TrialDeadline } from '@/lib/plan/simulate';

export const { GET, POST, PUT, PATCH, DELETE } = rest({
  POST: async (call) => {
    call.require('plan:read');
    const { orgId } = call.actor;
    if (!orgId || !call.holds('plan:read')) throw new Problem('FORBIDDEN');
    const body = await call.body();
    const trial = await trialOf({ ...call.actor, orgId }, call.param('key'), body);
    const say = (label: Label) => (call.locale === 'en' ? label.en : label.zh);
    return json({
      suggestedGrade: trial.suggestedGrade,
      grade: trial.grade,
      reasons: trial.reasons.map(say),
      missing: trial.missing.map(say),
      scales: trial.scales,
      deadlines: trial.deadlines.map((one) => ({
        rule: one.rule,
        key: one.key,
        title: say(one.title),
        start: one.start,
        startedAt: one.startedAt,
        dueAt: one.dueAt,
        amount: one.amount,
        unit: one.unit,
        clock: one.clock,
        owner: one.owner,
        target: one.target,
        source: one.sources.map((source) => sourceText(source, say)).join('; '),
        sources: one.sources.map((source) => ({
          ...source,
          title: source.title && say(source.title),
        })),
        explanation: explainDue({ ...one.due, warnings: [] }, call.locale),
        escalation: one.tells,
      })),
      approvals: trial.approvals.map(({ object, chain, steps }) => ({
        object,
        chain: chain && say(chain),
        steps: steps.map((step) => ({
          ...step,
          label: say(step.label),
          outside: step.outside && say(step.outside),
        })),
      })),
      reporting: trial.reporting.map((line) => ({ ...line, label: say(line.label) })),
      warnings: trial.warnings.map(say),
    });
  },
});

function sourceText(
  source: TrialDeadline['sources'][number],
  say: (label: Label) => string,
): string {
  return `${source.title ? say(source.title) : source.document} ${source.line}`;
}
