import 'server-only';
import type { SheetOption } from '@/components/incident/sheet';
import type { Actor } from '@/lib/incident/context';
import { listAdoptedPlans, listVersions } from '@/lib/plan/server';
import type { Making } from './sheet-initial';

/** Published versions of the institution's plans, without the one the incident runs on. */
export async function versionsToMoveTo(
  actor: Actor,
  { view, locale }: Making,
): Promise<SheetOption[]> {
  const language = locale === 'en' ? 'en' : 'zh';
  const plans = await listAdoptedPlans(actor);
  const options = plans.map(async ({ key, plan }) =>
    (await listVersions(actor, key))
      .filter((version) => version.id !== view.state.incident.planVersionId)
      .map(({ id, number }) => ({
        value: id,
        label: `${plan.title[language]} · ${key.toUpperCase()} v${number}`,
      })),
  );
  return (await Promise.all(options)).flat();
}
