import { useTranslations } from 'next-intl';
import { Input } from '@/components/ui/inputs';

/** Beginning and end of a time on a roster form, as they were typed or linked to. */
export function SpanInputs({
  from,
  to,
}: {
  from: { name: string; typed: string | undefined };
  to: { name: string; typed: string | undefined };
}) {
  const t = useTranslations('roster');
  return (
    <>
      <Input
        type="datetime-local"
        name={from.name}
        label={t('from')}
        defaultValue={from.typed}
        required
      />
      <Input
        type="datetime-local"
        name={to.name}
        label={t('to')}
        defaultValue={to.typed}
        required
      />
    </>
  );
}
