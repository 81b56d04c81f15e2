import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { SHIFT_REFUSALS } from '@/lib/shift/refusal';

/** Why the last change was not made, as the address says. */
export async function FaultNotice({ fault }: { fault: string | undefined }) {
  const [t, refusals] = await Promise.all([getTranslations('shift'), getTranslations('refusals')]);
  const refused = SHIFT_REFUSALS.find((code) => code === fault);
  if (refused) return <Notice tone="red">{refusals(refused)}</Notice>;
  return fault === 'invalid' ? <Notice tone="red">{t('invalid')}</Notice> : null;
}
