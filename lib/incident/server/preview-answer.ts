import 'server-only';
import { explainDue } from '@/lib/calendar';
import type { DueResult } from '@/lib/calendar/due-steps';
import type { Locale } from '@/lib/i18n/locales';
import { deadlineTitle } from '../deadline-title';
import type { LimitEffect, LimitStanding } from '../effects';
import type { Preview } from './preview';

/** A preview as `POST …/commands` with `dryRun` answers it: titles and reasons as sentences. */
export function previewAnswer(preview: Preview, locale: Locale) {
  const { version, stage, events, effects, plan } = preview;
  const lines = effects.deadlines.map((effect: LimitEffect) => {
    const { deadlineId, key, rule, change, before, after, explanation, warnings } = effect;
    return {
      deadlineId,
      key,
      rule,
      title: deadlineTitle(plan, { key, rule }, locale),
      change,
      before: standing(before),
      after: standing(after),
      explanation: explainDue({ explanation, warnings } as DueResult, locale),
    };
  });
  return { dryRun: true as const, version, stage, events, effects: lines };
}

function standing(side: LimitStanding | null) {
  if (!side) return null;
  const { dueAt, state, pausedUntil } = side;
  return { dueAt, status: state, pausedUntil };
}
