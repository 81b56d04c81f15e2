import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { WORKSHOP_REFUSALS } from '@/lib/wording/refusal';

/** Why the last change was not made, as the address says. */
export async function FaultNotice({ fault }: { fault: string | undefined }) {
  const [t, refusals] = await Promise.all([
    getTranslations('workshop'),
    getTranslations('refusals'),
  ]);
  const refused = WORKSHOP_REFUSALS.find((code) => code === fault);
  if (refused) return <Notice tone="red">{refusals(refused)}</Notice>;
  return fault === 'invalid' ? <Notice tone="red">{t('invalid')}</Notice> : null;
}
