import { explainDue } from '@/lib/calendar';
import type { Instant } from '@/lib/calendar/instant';
import type { EscalationStep, Label } from './schema';
import type { Trial } from './simulate';

export interface TrialDeadlineView {
  rule: string;
  key: string;
  title: string;
  start: string;
  startedAt: Instant | null;
  dueAt: Instant | null;
  amount: number | null;
  unit: string;
  clock: string;
  owner: string;
  target: string;
  recipient: string | null;
  originalWords: string | null;
  source: string;
  sources: { document: string; line: string; title: string | null; decides: boolean }[];
  explanation: string[];
  escalation: { at: Instant; atMinutes: number; to: EscalationStep['to'] }[];
}

/** A trial with its sentences in one language; what the API answers and the page shows. */
export interface TrialView {
  suggestedGrade: string | null;
  grade: string | null;
  reasons: string[];
  missing: string[];
  scales: Record<string, string>;
  commandedBy: string | null;
  deadlines: TrialDeadlineView[];
  approvals: {
    object: string;
    chain: string | null;
    steps: {
      label: string;
      role: string;
      mode: string;
      needed: number | 'majority';
      outside: string | null;
    }[];
  }[];
  reporting: { key: string; label: string; target: string; simultaneous: boolean }[];
  patrols: { key: string; label: string }[];
  warnings: string[];
}

export function trialView(trial: Trial, locale: 'zh-CN' | 'en'): TrialView {
  const say = (label: Label) => (locale === 'en' ? label.en : label.zh);
  const sayOrNull = (label: Label | null) => label && say(label);
  return {
    suggestedGrade: trial.suggestedGrade,
    grade: trial.grade,
    reasons: trial.reasons.map(say),
    missing: [...new Set(trial.missing.map(say))],
    scales: trial.scales,
    commandedBy: sayOrNull(trial.commandedBy),
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
      recipient: sayOrNull(one.recipient),
      originalWords: sayOrNull(one.originalWords),
      source: one.sources
        .map(({ title, document, line }) => `${title ? say(title) : document} ${line}`)
        .join('; '),
      sources: one.sources.map((source) => ({ ...source, title: sayOrNull(source.title) })),
      explanation: explainDue({ ...one.due, warnings: [] }, locale),
      escalation: one.tells,
    })),
    approvals: trial.approvals.map(({ object, chain, steps }) => ({
      object,
      chain: sayOrNull(chain),
      steps: steps.map((step) => ({
        ...step,
        label: say(step.label),
        outside: sayOrNull(step.outside),
      })),
    })),
    reporting: trial.reporting.map((line) => ({ ...line, label: say(line.label) })),
    patrols: trial.patrols.map((patrol) => ({ ...patrol, label: say(patrol.label) })),
    warnings: trial.warnings.map(say),
  };
}
