'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import {
  listChannels,
  moveChannel,
  replayMessage,
  saveChannel,
  testChannel,
} from '@/lib/channel/server';
import { locales } from '@/lib/i18n/locales';
import { CHANNEL_KINDS, type ChannelKind, DEFAULT_LIMITS } from '@/lib/notify/channel-kinds';
import { CHANNEL_FIELDS } from './_components/fields';
import { limitsFrom } from './_components/limit-form';

const form = z.object({
  id: z.uuid().optional(),
  kind: z.enum(CHANNEL_KINDS),
  name: z.string(),
  fallbackId: z.uuid().or(z.literal('')).default(''),
  language: z.enum(locales).optional(),
  hears: z.enum(['all', 'some', 'none']).default('all'),
});

/** Adds or changes a channel; what does not fit comes back in the address, by its field. */
export async function saveChannelAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { id, kind, name, fallbackId, language, hears } = form.parse(Object.fromEntries(data));
  const all = await listChannels(actor);
  const known = id ? all.find((one) => one.id === id) : undefined;
  const secret = filled(data, 'secret', CHANNEL_FIELDS[kind].secret);
  const isGiven = Object.keys(secret).length > 0;
  const isGroup = kind !== 'mail' && kind !== 'sms';
  const settings = {
    ...settingsOf(data, kind),
    limits: limitsFrom(kind, data, DEFAULT_LIMITS[kind]),
    ...(isGroup ? { rules: rulesFrom(hears, data) } : {}),
    ...(language ? { language } : {}),
  };
  try {
    await saveChannel(actor, {
      ...(id ? { id } : {}),
      kind,
      name,
      settings,
      ...(isGiven || !id ? { secret: kind === 'mail' && !isGiven ? null : secret } : {}),
      enabled: known?.enabled ?? true,
      // A new one stands at the end.
      position: known?.position ?? Math.max(0, ...all.map((one) => one.position)) + 1,
      fallbackId: fallbackId || null,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'INVALID_INPUT') throw error;
    const [first] = error.facts.errors ?? [];
    const place = encodeURIComponent(first?.path ?? '');
    const back = id ? `edit=${id}` : `kind=${kind}`;
    redirect(
      `/admin/channels?${back}&fault=${encodeURIComponent(first?.message ?? '')}&at=${place}`,
    );
  }
  redirect('/admin/channels?saved=1');
}

function rulesFrom(hears: 'all' | 'some' | 'none', data: FormData): string[] | null {
  if (hears === 'all') return null;
  return hears === 'none' ? [] : data.getAll('rule').map(String);
}

function settingsOf(data: FormData, kind: ChannelKind): Record<string, unknown> {
  const { port, ...settings } = filled(data, 'settings', CHANNEL_FIELDS[kind].settings);
  return port === undefined ? settings : { ...settings, port: Number(port) };
}

function filled(data: FormData, group: string, fields: readonly string[]): Record<string, string> {
  const entries = fields.map((field) => [
    field,
    String(data.get(`${group}.${field}`) ?? '').trim(),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}

const chosen = z.object({ channelId: z.uuid() });

/** Sends a test message; the provider's answer comes back in the address. */
export async function testChannelAction(data: FormData): Promise<void> {
  const { channelId } = chosen.parse(Object.fromEntries(data));
  const { result, code } = await testChannel(await requireActor(), channelId);
  const answer = new URLSearchParams({ tested: result, code, channel: channelId });
  redirect(`/admin/channels?${answer}`);
}

const moved = chosen.extend({ direction: z.enum(['up', 'down']) });

/** Moves a channel one place in the order in which people are reached. */
export async function moveChannelAction(data: FormData): Promise<void> {
  const { channelId, direction } = moved.parse(Object.fromEntries(data));
  await moveChannel(await requireActor(), channelId, direction);
  revalidatePath('/admin/channels');
}

const repeated = z.object({ messageId: z.uuid(), back: z.string().max(500).default('') });

/** Sends a message once more, or tries at once what waits for its next try. */
export async function replayAction(data: FormData): Promise<void> {
  const { messageId, back } = repeated.parse(Object.fromEntries(data));
  const query = new URLSearchParams(back);
  query.delete('replayed');
  try {
    await replayMessage(await requireActor(), messageId);
    query.set('replayed', 'yes');
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'CONFLICT') throw error;
    query.set('replayed', 'no');
  }
  redirect(`/admin/channels/log?${query}`);
}

/** Takes a channel out of use or back. */
export async function switchChannelAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { channelId } = chosen.parse(Object.fromEntries(data));
  const channel = (await listChannels(actor)).find((one) => one.id === channelId);
  if (!channel) throw new Problem('NOT_FOUND');
  const { id, kind, name, settings, enabled, position, fallbackId } = channel;
  await saveChannel(actor, { id, kind, name, settings, enabled: !enabled, position, fallbackId });
  redirect('/admin/channels');
}
