import 'server-only';
import type { JsonValue } from '@/lib/audit/canonical';
import type { ChannelKind } from '@/lib/notify/channel-kinds';
import { channelSchemas, type OpenChannel } from '@/lib/notify/channel-settings';
import { masterKey } from '@/lib/platform/env';
import { openText, sealText } from '@/lib/platform/seal';

/** A channel as it is stored. */
export interface StoredChannel {
  id: string;
  orgId: string;
  kind: string;
  settings: unknown;
  sealed: string | null;
}

const contextOf = (id: string) => `channel:${id}`;

/** Seals a channel's secret; bound to the channel, so that it opens nowhere else. */
export function sealSecret(id: string, secret: JsonValue): string {
  return sealText(masterKey(), secret, contextOf(id));
}

/**
 * A channel ready to send with. Only the delivery calls this; no page gets what it returns.
 * @throws SealError, ZodError when what is stored does not open or fit
 */
export function openChannel({ id, kind, settings, sealed }: StoredChannel): OpenChannel {
  const schemas = channelSchemas[kind as ChannelKind];
  const secret = sealed === null ? null : openText(masterKey(), sealed, contextOf(id));
  return {
    kind,
    settings: schemas.settings.parse(settings),
    secret: schemas.secret.parse(secret),
  } as OpenChannel;
}
