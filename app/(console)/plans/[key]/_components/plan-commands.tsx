import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import type { Label } from '@/lib/plan/schema';

/** What can be done with a plan from its page: adopt or change it, look at its versions. */
export async function PlanCommands({
  planKey,
  isAdopted,
}: {
  planKey: string;
  title: Label;
  isAdopted: boolean;
  mayEdit: boolean;
}) {
  const t = await getTranslations('plans');
  return (
    <>{isAdopted && <LinkButton href={`/plans/${planKey}/versions`}>{t('versions')}</LinkButton>}</>
  );
}
