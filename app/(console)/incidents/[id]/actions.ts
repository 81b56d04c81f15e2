'use server';

import { getLocale, getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { EffectsView } from '@/components/incident/effects';
import { hasForm } from '@/components/incident/forms';
import type { Sheet } from '@/components/incident/sheet';
import { Problem } from '@/lib/access/problem';
import { action } from '@/lib/access/server/action';
import { refusalSentence } from '@/lib/access/server/rest-sentence';
import { toLocale } from '@/lib/i18n/locales';
import type { RefusalDetail } from '@/lib/incident/refusal';
import {
  noteWriting,
  previewChange,
  revealAuthor as readAuthor,
  readTimeline,
} from '@/lib/incident/server';
import { listWords, readCopyLimits } from '@/lib/wording/server';
import { buildSheet } from './_components/build-sheet';
import { effectsView, refusedView } from './_components/effects-view';
import { loadMaking } from './_components/making';
import { versionsToMoveTo } from './_components/plan-versions';

const formRequest = z.strictObject({
  incidentId: z.uuid(),
  type: z.string().max(60),
  preset: z.record(z.string().max(60), z.string().max(200)),
});

/** The form of a command as the incident stands now; null when it is not on offer any more. */
export const openForm = action
  .inputSchema(formRequest)
  .action(async ({ parsedInput: { incidentId, type, preset }, ctx }): Promise<Sheet | null> => {
    const making = await loadMaking(ctx.actor, incidentId);
    const offered = making.view.allowed.find((one) => one === type);
    if (!offered || !hasForm(offered)) return null;
    const [t, effects, suggestion] = await Promise.all([
      getTranslations('commands'),
      getTranslations('effects'),
      getTranslations('suggestion'),
    ]);
    const planVersions = offered === 'movePlan' ? await versionsToMoveTo(ctx.actor, making) : [];
    const listedWords = offered === 'submitWording' ? await listWords(ctx.actor) : [];
    const copyLimits = offered === 'makeCopy' ? await readCopyLimits(ctx.actor) : undefined;
    const given = { ...making, planVersions, listedWords, copyLimits, preset };
    return buildSheet(offered, preset, given, t, effects, suggestion);
  });

const previewRequest = z.strictObject({
  incidentId: z.uuid(),
  type: z.string().max(60),
  input: z.record(z.string(), z.unknown()),
  expectedVersion: z.int().optional(),
});

/**
 * What a command would do to the time limits, in words, or why it would be refused; null while its
 * input is not complete. Nothing is changed.
 */
export const previewCommand = action
  .inputSchema(previewRequest)
  .action(async ({ parsedInput, ctx: { actor } }): Promise<EffectsView | null> => {
    const [making, t] = await Promise.all([
      loadMaking(actor, parsedInput.incidentId),
      getTranslations('effects'),
    ]);
    try {
      const preview = await previewChange({ actor, ...parsedInput });
      return effectsView(preview, parsedInput.input, making, t);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.code === 'INVALID_INPUT') return null;
      const { reason, detail } = error.facts;
      const refusals = await getTranslations('refusals');
      if (!reason || !refusals.has(reason)) throw error;
      return refusedView(refusals(reason), detail as RefusalDetail, making, t);
    }
  });

const since = z.strictObject({ incidentId: z.uuid(), version: z.int().min(0) });

/** Who has changed the incident since a version: the newest people's acts, as one line each. */
export const whatChanged = action
  .inputSchema(since)
  .action(async ({ parsedInput: { incidentId, version }, ctx }): Promise<string[]> => {
    const [{ nameOf }, items, t] = await Promise.all([
      loadMaking(ctx.actor, incidentId),
      readTimeline(ctx.actor, incidentId),
      getTranslations('timeline'),
    ]);
    const acts = items.filter((one) => one.seq > version && one.actor.kind === 'person');
    return acts.slice(-3).map((one) => `${nameOf(one.actor.id)} · ${t(one.type)}`);
  });

const failure = z.strictObject({
  code: z.string().max(40),
  reason: z.string().max(60).optional(),
  detail: z.record(z.string().max(60), z.unknown()).optional(),
  reference: z.string().max(60).optional(),
});

/** A failure in the reader's language: what happened, what was kept, what to do. */
export const explainFailure = action
  .inputSchema(failure)
  .action(
    async ({ parsedInput: { code, reference, reason = '', detail = {} } }): Promise<string> => {
      const [locale, problems] = await Promise.all([getLocale(), getTranslations('problems')]);
      const refusal = refusalSentence({ reason, detail }, toLocale(locale));
      if (refusal) return refusal;
      const said = problems(problems.has(code) ? code : 'INTERNAL');
      return reference ? `${said} (${reference})` : said;
    },
  );

const writing = z.strictObject({
  incidentId: z.uuid(),
  wordingId: z.uuid(),
  leaves: z.boolean(),
});

/** Says that a text is open for writing here, and answers who else has it open. */
export const tellWriting = action
  .inputSchema(writing)
  .action(async ({ parsedInput, ctx }) => noteWriting(ctx.actor, parsedInput));

const authorRequest = z.strictObject({
  incidentId: z.uuid(),
  mentionId: z.uuid(),
  reason: z.string().trim().min(1).max(500),
});

/** Shows the poster's display name; the reading and its reason are recorded. */
export const revealAuthor = action
  .inputSchema(authorRequest)
  .action(async ({ parsedInput, ctx }) => ({ author: await readAuthor(ctx.actor, parsedInput) }));
