import type { EffectLine, EffectMark, EffectsView } from '@/components/incident/effects';
import type { Clock } from '@/lib/calendar';
import { resumeDue } from '@/lib/calendar/pause';
import { formatMoment, joinWords } from '@/lib/i18n/format';
import { deadlineTitle } from '@/lib/incident/deadline-title';
import type { LimitChange, LimitEffect } from '@/lib/incident/effects';
import { GRAVE_CATEGORIES } from '@/lib/incident/keys';
import { maximumOf } from '@/lib/incident/pausing';
import type { RefusalDetail } from '@/lib/incident/refusal';
import type { Preview } from '@/lib/incident/server';
import type { Making } from './sheet-initial';

type T = (key: string, values?: Record<string, string | number>) => string;

const MARKS: Record<LimitChange, EffectMark> = {
  opened: 'new',
  reopened: 'new',
  moved: 'moved',
  paused: 'paused',
  resumed: 'moved',
  cancelled: 'gone',
  met: 'done',
  kept: 'kept',
};

/** A preview in the reader's words, what changes first; `t` translates `effects`. */
export function effectsView(
  preview: Preview,
  input: Record<string, unknown>,
  making: Making,
  t: T,
): EffectsView {
  const { deadlines } = preview.effects;
  const changed = deadlines.filter((one) => one.change !== 'kept');
  const kept = deadlines.filter((one) => one.change === 'kept');
  const notes = notesOf(preview, input, making, t);
  return {
    refusal: null,
    notes: changed.length > 0 ? notes : [...notes, t('nothing')],
    lines: [...changed, ...kept].map((one) =>
      lineOf(one, titleOf(one, deadlines, making), making, preview, t),
    ),
  };
}

/** The short word, or the plan's own where two rules go by the same. */
function titleOf(one: LimitEffect, all: readonly LimitEffect[], { words, view, locale }: Making) {
  const isAlone = all.every((other) => other.key !== one.key || other.rule === one.rule);
  return isAlone ? words.deadline(one) : deadlineTitle(view.plan.plan, one, locale);
}

/** A refusal in words, with the figure or the people it turns on. */
export function refusedView(
  sentence: string,
  detail: RefusalDetail | undefined,
  making: Making,
  t: T,
): EffectsView {
  const { locale, words, view } = making;
  const { maximum, roles } = detail ?? {};
  const more = [
    ...(typeof maximum === 'string' && maximum !== ''
      ? [t('maximum', { at: formatMoment(maximum, view.now, locale) })]
      : []),
    ...(Array.isArray(roles)
      ? [
          t('decidedBy', {
            roles: joinWords(
              roles.map((role) => words.role(role)),
              locale,
            ),
          }),
        ]
      : []),
  ];
  return { refusal: [sentence, ...more].join(locale === 'en' ? ' ' : ''), notes: [], lines: [] };
}

function lineOf(
  effect: LimitEffect,
  title: string,
  { locale, view }: Making,
  preview: Preview,
  t: T,
): EffectLine {
  const { now } = preview;
  const { change, before, after, rule, deadlineId } = effect;
  const at = (dueAt: string | null | undefined) =>
    dueAt ? formatMoment(dueAt, now, locale) : t('atOnce');
  const isPast = after?.dueAt != null && after.dueAt < now && !after.pausedUntil;
  const isPending = after?.state === 'open' || after?.state === 'breached';
  const dueAfter = change === 'paused' ? dueAfterPause(effect, preview, view) : after?.dueAt;
  const isMoved = before !== null && after !== null && before.dueAt !== dueAfter;
  const values = {
    title,
    before: at(before?.dueAt),
    after: at(after?.dueAt),
    until: after?.pausedUntil ? at(after.pausedUntil) : '',
  };
  return {
    key: deadlineId ?? `${rule}:${after?.dueAt}`,
    mark: MARKS[change],
    isLate: isPending && isPast,
    sentence: t(`line.${sentenceOf(effect, isPast)}`, values),
    times:
      isMoved && at(dueAfter) !== values.before
        ? { before: values.before, after: at(dueAfter) }
        : null,
  };
}

/** When it will fall due if the pause lasts as long as it may. */
function dueAfterPause(
  { deadlineId, after }: LimitEffect,
  { calendar, now }: Preview,
  { state }: Making['view'],
): string | null {
  const row = state.deadlines.find((one) => one.id === deadlineId);
  if (!row || !after?.dueAt || !after.pausedUntil) return after?.dueAt ?? null;
  const limit = { dueAt: after.dueAt, clock: row.clock as Clock, maximum: maximumOf(row) };
  return resumeDue(limit, { from: now, to: after.pausedUntil }, calendar).dueAt;
}

/** Which sentence tells it. */
function sentenceOf({ change, before, after }: LimitEffect, isPast: boolean): string {
  const noFigure = after !== null && after.dueAt === null;
  switch (change) {
    case 'opened':
    case 'reopened':
      return noFigure ? `${change}AtOnce` : isPast ? `${change}Late` : change;
    case 'moved':
      return (after?.dueAt ?? '') < (before?.dueAt ?? '') ? 'movedEarlier' : 'movedLater';
    case 'kept':
      if (after?.pausedUntil) return 'keptPaused';
      return noFigure ? 'keptAtOnce' : isPast ? 'keptLate' : 'kept';
    default:
      return change;
  }
}

/** What the act needs and where its bounds are. */
function notesOf(
  { effects, events, now }: Preview,
  input: Record<string, unknown>,
  making: Making,
  t: T,
): string[] {
  const { locale, words, view } = making;
  const { levels } = view.plan.plan;
  const rank = (grade: string | null) => levels.find((one) => one.key === grade)?.rank ?? null;
  const { opinionGrade, stage } = effects;
  const [old, next] = [rank(opinionGrade.before), rank(opinionGrade.after)];
  const notes: string[] = [];
  if (old !== null && next !== null && next < old) notes.push(t('downgrade'));
  const isGrave = GRAVE_CATEGORIES.some((one) => one === input.category);
  if (isGrave && events.some(({ type }) => type === 'category.proposed')) notes.push(t('proposed'));
  const row = view.state.deadlines.find((one) => one.id === input.deadlineId);
  const changes = effects.deadlines.find((one) => one.deadlineId === row?.id)?.change;
  const maximum = row && changes === 'paused' ? maximumOf(row) : null;
  if (changes === 'paused') notes.push(t('pausing'));
  if (maximum) notes.push(t('maximum', { at: formatMoment(maximum, now, locale) }));
  if (row?.breachedAt || row?.state === 'breached') notes.push(t('staysLate'));
  if (stage.before !== stage.after) notes.push(t('stage', { stage: words.stage(stage.after) }));
  return notes;
}
