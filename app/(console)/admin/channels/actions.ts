'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { listChannels, saveChannel, testChannel } from '@/lib/channel/server';
import { CHANNEL_KINDS, type ChannelKind } from '@/lib/notify/channel-kinds';
import { CHANNEL_FIELDS } from './_components/fields';

const form = z.object({
  id: z.uuid().optional(),
  kind: z.enum(CHANNEL_KINDS),
  name: z.string(),
  position: z.coerce.number().int().default(0),
  fallbackId: z.uuid().or(z.literal('')).default(''),
});

/** Adds or changes a channel; what does not fit comes back in the address, by its field. */
export async function saveChannelAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const { id, kind, name, position, fallbackId } = form.parse(Object.fromEntries(data));
  const known = id ? (await listChannels(actor)).find((one) => one.id === id) : undefined;
  const secret = filled(data, 'secret', CHANNEL_FIELDS[kind].secret);
  const isGiven = Object.keys(secret).length > 0;
  const settings = { ...known?.settings, ...settingsOf(data, kind) };
  try {
    await saveChannel(actor, {
      ...(id ? { id } : {}),
      kind,
      name,
      settings,
      ...(isGiven || !id ? { secret: kind === 'mail' && !isGiven ? null : secret } : {}),
      enabled: known?.enabled ?? true,
      position,
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
  redirect('/admin/channels');
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
  redirect(`/admin/channels?tested=${result}&code=${encodeURIComponent(code)}`);
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
