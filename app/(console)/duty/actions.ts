'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { action } from '@/lib/access/server/action';
import { fromDateTimeLocal } from '@/lib/i18n/format';
import {
  acknowledgeTask,
  addSource,
  changeSettings,
  filePatrol,
  fileSummary,
  fileZero,
  handOver,
  linkIncident,
  parseOrigin,
  receiveHandover,
  removeSource,
  sourceInput,
  writeLog,
} from '@/lib/shift/server';

const PLACES = { desk: '/', list: '/duty', task: null } as const;
const taskForm = z.object({
  taskId: z.uuid(),
  /** Where the form stands. */
  from: z.enum(['desk', 'list', 'task']).default('task'),
});

/** A zero report in one tap. */
export async function zeroAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId, from } = parse(taskForm, data);
  await answering(() => fileZero(actor, taskId), PLACES[from] ?? `/duty/tasks/${taskId}`);
}

/** Somebody takes an undone task on. */
export async function acknowledgeAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId, from } = parse(taskForm, data);
  await answering(() => acknowledgeTask(actor, taskId), PLACES[from] ?? `/duty/tasks/${taskId}`);
}

/** A patrol with what each source showed. */
export async function patrolAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId } = parse(taskForm, data);
  const sources = [...data.entries()].flatMap(([name, value]) => {
    const sourceId = name.match(/^result-(.+)$/)?.[1];
    const result = z.enum(['nothing', 'found', 'unreachable']).safeParse(value);
    if (!sourceId || !result.success) return [];
    return [{ sourceId, result: result.data, note: String(data.get(`note-${sourceId}`) ?? '') }];
  });
  const note = String(data.get('note') ?? '');
  await answering(() => filePatrol(actor, { taskId, sources, note }), `/duty/tasks/${taskId}`);
}

const noteForm = taskForm.extend({ note: z.string().max(1000).default('') });

/** The outgoing officer's signature. */
export async function handOverAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId, note } = parse(noteForm, data);
  await answering(() => handOver(actor, taskId, note), `/duty/tasks/${taskId}`);
}

const receiveForm = taskForm.extend({ hash: z.string().max(64) });

/** The incoming officer's signature under what was frozen. */
export async function receiveAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId, hash } = parse(receiveForm, data);
  await answering(() => receiveHandover(actor, taskId, hash), `/duty/tasks/${taskId}`);
}

const summaryForm = noteForm.extend({ seen: z.string().max(64) });

/** Confirms the daily summary as it was shown. */
export async function summaryAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { taskId, seen, note } = parse(summaryForm, data);
  await answering(() => fileSummary(actor, taskId, { seen, note }), `/duty/tasks/${taskId}`);
}

const logForm = z.object({
  kind: z.enum(['call', 'note', 'correction']),
  text: z.string().trim().min(1).max(2000),
  caller: z.string().max(300).optional(),
  toldWhom: z.string().max(300).optional(),
  followUp: z.string().max(300).optional(),
  occurredAt: z.string().max(40).optional(),
  correctsId: z.uuid().optional(),
});

/** A call, a note or a correction in the shift's book. */
export async function logAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = logForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/duty/log?fault=invalid');
  const { kind, text, correctsId, caller, toldWhom, followUp } = parsed.data;
  const occurredAt = fromDateTimeLocal(parsed.data.occurredAt ?? '');
  const call = {
    ...{ kind: 'call' as const, text, caller, toldWhom, followUp },
    ...(occurredAt ? { occurredAt } : {}),
  };
  const entry =
    kind === 'call'
      ? call
      : kind === 'correction' && correctsId
        ? { kind, text, correctsId }
        : { kind: 'note' as const, text };
  await answering(() => writeLog(actor, entry as Parameters<typeof writeLog>[1]), '/duty/log');
}

const sourceForm = z.object({ name: z.string(), platform: z.string(), url: z.string() });

/** Adds a source to the checklist of patrols. */
export async function addSourceAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { url, ...rest } = parse(sourceForm, data);
  const parsed = sourceInput.safeParse({ ...rest, url: url.trim() || null });
  if (!parsed.success) redirect('/duty/settings?fault=invalid');
  await answering(() => addSource(actor, parsed.data), '/duty/settings');
}

/** Takes a source off the checklist. */
export async function removeSourceAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { sourceId } = parse(z.object({ sourceId: z.uuid() }), data);
  await answering(() => removeSource(actor, sourceId), '/duty/settings');
}

const minutes = z.coerce.number().int();
const settingsForm = z.object({
  patrolMinutes: minutes.min(10).max(480),
  heightenedMinutes: minutes.min(15).max(480),
  handoverMinutes: minutes.min(5).max(240),
  repeatMinutes: minutes.min(15).max(1440),
});

/** How long things may take, and how often it is told again. */
export async function settingsAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const parsed = settingsForm.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/duty/settings?fault=invalid');
  await answering(() => changeSettings(actor, parsed.data), '/duty/settings');
}

/** Notes that what was written became the incident that was just logged. */
export const linkAction = action
  .inputSchema(z.strictObject({ origin: z.string().max(60), incidentId: z.uuid() }))
  .action(async ({ parsedInput, ctx }) => {
    const origin = parseOrigin(parsedInput.origin);
    if (origin) await linkIncident(ctx.actor, origin, parsedInput.incidentId);
    return { linked: origin !== null };
  });

function parse<T extends z.ZodType>(schema: T, data: FormData): z.output<T> {
  const parsed = schema.safeParse(Object.fromEntries(data));
  if (!parsed.success) redirect('/duty?fault=invalid');
  return parsed.data;
}

/** Carries out a change; why it was refused comes back in the address. */
async function answering(change: () => Promise<unknown>, href: string): Promise<void> {
  let fault = '';
  try {
    await change();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, facts } = error;
    if (!facts.reason && code !== 'INVALID_INPUT') throw error;
    fault = `?fault=${facts.reason ?? 'invalid'}`;
  }
  revalidatePath('/', 'layout');
  redirect(href === '/' && fault ? `/duty${fault}` : `${href}${fault}`);
}
