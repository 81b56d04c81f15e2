'use server';

import { revalidatePath } from 'next/cache';
import { getLocale } from 'next-intl/server';
import { z } from 'zod';
import { action } from '@/lib/access/server/action';
import { toLocale } from '@/lib/i18n/locales';
import { planEdit } from '@/lib/plan/edit';
import {
  adoptAsDraft,
  checkPlanFile,
  discardDraft,
  editDraft,
  importDraft,
  publishDraft,
  returnDraft,
  startDraft,
  submitDraft,
} from '@/lib/plan/server';

const key = z.string().trim().min(1).max(64);
const label = z.strictObject({ zh: z.string().max(400), en: z.string().max(800) });
const seen = { draftId: z.uuid(), revision: z.int().min(1) };
const reason = z.string().max(2000);
const fileText = z.string().max(2 * 1024 * 1024);

/** Begins the adoption of a preset. */
export const adoptPlan = action
  .inputSchema(z.strictObject({ presetKey: key, key: key.optional(), title: label.optional() }))
  .action(async ({ parsedInput, ctx }) => {
    const made = await adoptAsDraft(ctx.actor, parsedInput);
    revalidatePath('/plans', 'layout');
    return made;
  });

/** Begins the next version of a plan in use. */
export const startPlanDraft = action
  .inputSchema(z.strictObject({ planKey: key }))
  .action(async ({ parsedInput, ctx }) => {
    const made = await startDraft(ctx.actor, parsedInput.planKey);
    revalidatePath('/plans', 'layout');
    return made;
  });

/** Begins a draft from a plan file. */
export const importPlanFile = action
  .inputSchema(z.strictObject({ text: fileText, planKey: key.optional() }))
  .action(async ({ parsedInput: { text, planKey }, ctx }) => {
    const locale = toLocale(await getLocale());
    const made = await importDraft(ctx.actor, text, { planKey, locale });
    revalidatePath('/plans', 'layout');
    return made;
  });

/** Looks at a plan file and keeps nothing. */
export const checkPlan = action
  .inputSchema(z.strictObject({ text: fileText }))
  .action(async ({ parsedInput, ctx }) =>
    checkPlanFile(ctx.actor, parsedInput.text, toLocale(await getLocale())),
  );

/** Makes one edit of a draft. */
export const editPlanDraft = action
  .inputSchema(z.strictObject({ ...seen, edit: planEdit }))
  .action(async ({ parsedInput, ctx }) => {
    const locale = toLocale(await getLocale());
    const mark = await editDraft(ctx.actor, { ...parsedInput, locale });
    revalidatePath('/plans', 'layout');
    return mark;
  });

/** Hands a draft over for publication by a second person. */
export const submitPlanDraft = action
  .inputSchema(z.strictObject({ ...seen, reason }))
  .action(async ({ parsedInput, ctx }) => {
    const mark = await submitDraft(ctx.actor, parsedInput);
    revalidatePath('/plans', 'layout');
    return mark;
  });

/** Gives a submitted draft back. */
export const returnPlanDraft = action
  .inputSchema(z.strictObject({ ...seen, reason }))
  .action(async ({ parsedInput, ctx }) => {
    const mark = await returnDraft(ctx.actor, parsedInput);
    revalidatePath('/plans', 'layout');
    return mark;
  });

/** Makes a submitted draft the next version of the plan. */
export const publishPlanDraft = action
  .inputSchema(z.strictObject({ ...seen, makeDefault: z.boolean().optional() }))
  .action(async ({ parsedInput, ctx }) => {
    const published = await publishDraft(ctx.actor, parsedInput);
    revalidatePath('/', 'layout');
    return published;
  });

/** Gives a draft up. */
export const discardPlanDraft = action
  .inputSchema(z.strictObject(seen))
  .action(async ({ parsedInput, ctx }) => {
    await discardDraft(ctx.actor, parsedInput);
    revalidatePath('/plans', 'layout');
    return { discarded: true };
  });
