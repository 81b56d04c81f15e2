import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import { GROUP_REFUSALS } from '@/lib/group/refusal';

/** Why the last change was not made, as its address says. */
export function Fault({ code }: { code: string | undefined }) {
  const t = useTranslations('groups');
  const refusals = useTranslations('refusals');
  if (!code) return null;
  const refused = GROUP_REFUSALS.find((one) => one === code);
  return (
    <div role="alert">
      <Notice tone="red">{refused ? refusals(refused) : t('fault')}</Notice>
    </div>
  );
}
