import 'server-only';
import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import type { JsonValue } from '@/lib/audit/canonical';
import type { Instant } from '@/lib/calendar/instant';
import type { Actor } from '@/lib/incident/context';
import { CHANNEL_KINDS, type ChannelKind } from '@/lib/notify/channel-kinds';
import { channelSchemas } from '@/lib/notify/channel-settings';
import { type Db, Prisma, prisma } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { sealSecret } from './open-channel';

/** A channel as the system administrator hands it in; its settings are checked by its kind. */
export const channelInput = z.strictObject({
  /** Of the channel to change; left out for a new one. */
  id: z.uuid().optional(),
  kind: z.enum(CHANNEL_KINDS),
  name: z.string().trim().min(1).max(60),
  settings: z.record(z.string(), z.unknown()),
  /** Left out = keep the one that is stored. */
  secret: z.record(z.string(), z.unknown()).nullable().optional(),
  enabled: z.boolean().default(true),
  position: z.int().min(0).max(1000).default(0),
  fallbackId: z.uuid().nullable().default(null),
});
export type ChannelInput = z.input<typeof channelInput>;

/** A channel as pages show it; its secret is never among it. */
export interface ListedChannel {
  id: string;
  kind: ChannelKind;
  name: string;
  settings: Record<string, unknown>;
  hasSecret: boolean;
  enabled: boolean;
  position: number;
  fallbackId: string | null;
  queued: number;
  /** Nothing goes out before this; null when nothing holds it. */
  restsUntil: Instant | null;
  restsFor: 'own_rate' | 'asked' | null;
}

/** The institution whose channels this person may configure. Throws `Problem` FORBIDDEN. */
export function requireConfigurer(actor: Actor): string {
  if (!holdsPermission(actor, 'channel:configure') || actor.orgId === null) {
    throw new Problem('FORBIDDEN');
  }
  return actor.orgId;
}

/** All channels of the own institution. Throws `Problem` FORBIDDEN. */
export async function listChannels(actor: Actor): Promise<ListedChannel[]> {
  const orgId = requireConfigurer(actor);
  const rows = await prisma.channel.findMany({
    where: { orgId },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    include: {
      _count: { select: { messages: { where: { state: { in: ['queued', 'bundled'] } } } } },
    },
  });
  return rows.map(
    ({ id, kind, name, settings, sealed, enabled, position, fallbackId, _count, ...rest }) => ({
      id,
      kind: kind as ChannelKind,
      name,
      settings: settings as Record<string, unknown>,
      hasSecret: sealed !== null,
      enabled,
      position,
      fallbackId,
      queued: _count.messages,
      restsUntil: rest.restsUntil?.toISOString() ?? null,
      restsFor: rest.restsFor as ListedChannel['restsFor'],
    }),
  );
}

/**
 * Adds a channel or changes one, and records who did; the secret is sealed. Where a channel's
 * destination changes its secret has to be given again: otherwise it could be read by sending it
 * to a server of one's own.
 * Throws `Problem`: FORBIDDEN, NOT_FOUND, INVALID_INPUT with what does not fit (`secret_needed`,
 * `name_taken`, `fallback_unknown`).
 * @returns its id
 */
export async function saveChannel(actor: Actor, given: ChannelInput): Promise<string> {
  const orgId = requireConfigurer(actor);
  const input = checked(channelInput, given, '');
  const { kind, name, enabled, position, fallbackId } = input;
  const settings = checked(channelSchemas[kind].settings, input.settings, 'settings.');
  try {
    return await prisma.$transaction(async (tx) => {
      const before = input.id
        ? await tx.channel.findFirst({ where: { id: input.id, orgId, kind } })
        : null;
      if (input.id && !before) throw new Problem('NOT_FOUND');
      await requireFallback(tx, orgId, fallbackId);
      const id = before?.id ?? newId();
      const isMoved = before !== null && destinationOf(before.settings) !== destinationOf(settings);
      const isKept = before !== null && input.secret === undefined;
      if (isKept && isMoved && before.sealed) throw invalid('secret', 'secret_needed');
      const sealed = isKept ? before.sealed : sealedSecret(id, kind, input.secret ?? null);
      // Asked to rest by the same robot: a change of its name does not wake it.
      const isAsked = before?.restsFor === 'asked' && isKept && !isMoved;
      const now = new Date();
      const stored = settings as Prisma.InputJsonValue;
      const data = {
        name,
        settings: stored,
        sealed,
        enabled,
        position,
        fallbackId,
        updatedAt: now,
      };
      await tx.channel.upsert({
        where: { id },
        update: { ...data, ...(isAsked ? {} : { restsUntil: null, restsFor: null }) },
        create: { id, orgId, kind, createdAt: now, ...data },
      });
      await recordChange(tx, orgId, 'org.channelStored', personActor(actor.id), {
        channelId: id,
        kind,
        name,
        enabled,
        position,
        fallbackId,
        isNew: before === null,
        secretChanged: !isKept,
        destinationChanged: isMoved,
      });
      return id;
    });
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
    throw isTaken ? invalid('name', 'name_taken') : error;
  }
}

const DESTINATION = ['baseUrl', 'url', 'host', 'port', 'security'];

function destinationOf(settings: unknown): string {
  const values = settings as Record<string, unknown>;
  return JSON.stringify(DESTINATION.map((name) => values[name] ?? null));
}

function sealedSecret(id: string, kind: ChannelKind, given: unknown): string | null {
  const secret = checked(channelSchemas[kind].secret, given, 'secret.');
  return secret === null ? null : sealSecret(id, secret as JsonValue);
}

async function requireFallback(tx: Db, orgId: string, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await tx.channel.findFirst({
    where: { id, orgId, kind: { notIn: ['mail', 'sms'] } },
    select: { id: true },
  });
  if (!found) throw invalid('fallbackId', 'fallback_unknown');
}

function invalid(path: string, message: string): Problem {
  return new Problem('INVALID_INPUT', { errors: [{ path, message }] });
}

/** Parses by a schema; what is wrong names the place, never the value. */
export function checked<S extends z.ZodType>(
  schema: S,
  given: unknown,
  prefix: string,
): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map(({ path, code }) => ({
    path: `${prefix}${path.join('.')}`,
    message: code,
  }));
  throw new Problem('INVALID_INPUT', { errors });
}
