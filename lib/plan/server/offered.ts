import 'server-only';
import { Problem } from '@/lib/access/problem';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { presets } from '../presets';
import type { ResponsePlan } from '../schema';
import { type AdoptedPlan, listAdopted } from './adopted';
import { getVersion } from './history';
import { orgWith } from './people';
import { findCurrentPlan } from './versions';

/** A plan as the API lists it: one the institution adopted, or a preset it may adopt. */
export interface ListedPlan {
  key: string;
  kind: 'adopted' | 'preset';
  /** Preset an adopted plan began as. */
  presetKey: string;
  isDefault: boolean;
  /** Version in force; null for a preset. */
  version: number | null;
  title: ResponsePlan['title'];
  summary: ResponsePlan['summary'];
  levels: { key: string; label: ResponsePlan['title'] }[];
  source: ResponsePlan['source'];
}

function describe(
  plan: ResponsePlan,
  facts: Omit<ListedPlan, 'title' | 'summary' | 'levels' | 'source'>,
): ListedPlan {
  const { title, summary, levels, source } = plan;
  const names = levels.map(({ key, label }) => ({ key, label }));
  return { ...facts, title, summary, levels: names, source };
}

const ofAdopted = ({ key, presetKey, isDefault, number, plan }: AdoptedPlan) =>
  describe(plan, { key, kind: 'adopted', presetKey, isDefault, version: number });

const ofPreset = (plan: ResponsePlan) =>
  describe(plan, {
    key: plan.key,
    kind: 'preset',
    presetKey: plan.key,
    isDefault: false,
    version: null,
  });

/** The institution's own plans first, then the presets. */
export async function listPlans(orgId: string): Promise<ListedPlan[]> {
  const adopted = await listAdopted(prisma, orgId);
  return [...adopted.map(ofAdopted), ...[...presets.values()].map(ofPreset)];
}

/** A plan by key in upper or lower case, whole; the adopted one before the preset; null if none. */
export async function findPlan(
  orgId: string,
  key: string,
): Promise<(ListedPlan & { plan: ResponsePlan }) | null> {
  const wanted = key.toLowerCase();
  const adopted = (await listAdopted(prisma, orgId)).find((one) => one.key === wanted);
  if (adopted) return { ...ofAdopted(adopted), plan: adopted.plan };
  const preset = presets.get(wanted);
  return preset ? { ...ofPreset(preset), plan: preset } : null;
}

/**
 * A plan to be written to a file: the plan in use by key (its newest version, or the one named),
 * else the preset; `name` for the file. Throws `Problem` FORBIDDEN, NOT_FOUND.
 */
export async function getPlanToExport(
  actor: Actor,
  planKey: string,
  version?: number,
): Promise<{ plan: ResponsePlan; name: string }> {
  const orgId = orgWith(actor, 'plan:read');
  const key = planKey.toLowerCase();
  const current = await findCurrentPlan(prisma, orgId, key);
  if (current) {
    const number = version ?? current.number;
    return { plan: await getVersion(actor, key, number), name: `${key}-v${number}` };
  }
  const preset = version === undefined ? presets.get(key) : undefined;
  if (!preset) throw new Problem('NOT_FOUND');
  return { plan: preset, name: key };
}
