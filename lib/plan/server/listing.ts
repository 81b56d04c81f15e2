import 'server-only';
import { prisma } from '@/lib/platform/db';
import { presets } from '../presets';
import type { ResponsePlan } from '../schema';
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

interface Found {
  listed: ListedPlan;
  plan: ResponsePlan;
}

function describe(
  plan: ResponsePlan,
  facts: Omit<ListedPlan, 'title' | 'summary' | 'levels' | 'source'>,
): Found {
  const { title, summary, levels, source } = plan;
  const names = levels.map(({ key, label }) => ({ key, label }));
  return { plan, listed: { ...facts, title, summary, levels: names, source } };
}

async function adopted(orgId: string): Promise<Found[]> {
  const rows = await prisma.responsePlan.findMany({ where: { orgId }, orderBy: { key: 'asc' } });
  const plans = await Promise.all(
    rows.map(async ({ key, presetKey, isDefault }) => {
      const pinned = await findCurrentPlan(prisma, orgId, key);
      const facts = { key, kind: 'adopted' as const, presetKey, isDefault };
      return pinned ? [describe(pinned.plan, { ...facts, version: pinned.number })] : [];
    }),
  );
  return plans.flat();
}

function offered(): Found[] {
  return [...presets.values()].map((plan) =>
    describe(plan, {
      key: plan.key,
      kind: 'preset',
      presetKey: plan.key,
      isDefault: false,
      version: null,
    }),
  );
}

/** The institution's own plans first, then the presets. */
export async function listPlans(orgId: string): Promise<ListedPlan[]> {
  return [...(await adopted(orgId)), ...offered()].map(({ listed }) => listed);
}

/** A plan by key in upper or lower case, whole; the adopted one before the preset; null if none. */
export async function findPlan(
  orgId: string,
  key: string,
): Promise<(ListedPlan & { plan: ResponsePlan }) | null> {
  const wanted = key.toLowerCase();
  const all = [...(await adopted(orgId)), ...offered()];
  const found = all.find(({ listed }) => listed.key.toLowerCase() === wanted);
  return found ? { ...found.listed, plan: found.plan } : null;
}
