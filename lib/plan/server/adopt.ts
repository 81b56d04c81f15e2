import 'server-only';
import type { Instant } from '@/lib/calendar/instant';
import type { Db } from '@/lib/platform/db';
import { newId } from '@/lib/platform/ids';
import { planHash } from '../content-hash';
import { normsFor } from '../norms';
import { presets } from '../presets';

export interface Adoption {
  orgId: string;
  /** Key of the preset, as in `presets`. */
  presetKey: string;
  /** The adopted plan's own key; the preset's where absent. Stored in lower case. */
  key?: string;
  /** Whether incidents that name no plan are pinned to it. */
  isDefault: boolean;
  /** User id; null when the command line adopts. */
  publishedBy: string | null;
  at: Instant;
}

/**
 * Makes a preset the institution's own plan, version 1, as it stands in the preset, with the norms
 * that bind this kind of institution.
 * Inside the caller's transaction, which also records it.
 * Throws `RangeError` for an unknown preset.
 */
export async function adoptPreset(
  tx: Db,
  adoption: Adoption,
): Promise<{ planId: string; versionId: string }> {
  const { orgId, presetKey, isDefault, publishedBy, at } = adoption;
  const preset = presets.get(presetKey);
  if (!preset) throw new RangeError(`There is no preset "${presetKey}".`);
  const { kind } = await tx.org.findUniqueOrThrow({ where: { id: orgId }, select: { kind: true } });
  const content = { ...preset, norms: [...normsFor(kind)] };
  const key = (adoption.key ?? presetKey).toLowerCase();
  const planId = newId();
  const versionId = newId();
  if (isDefault) await tx.responsePlan.updateMany({ where: { orgId }, data: { isDefault: false } });
  await tx.responsePlan.create({
    data: { id: planId, orgId, key, presetKey, isDefault, createdAt: at },
  });
  await tx.planVersion.create({
    data: {
      id: versionId,
      planId,
      number: 1,
      content,
      publishedAt: at,
      publishedBy,
      contentHash: planHash(content),
    },
  });
  return { planId, versionId };
}
