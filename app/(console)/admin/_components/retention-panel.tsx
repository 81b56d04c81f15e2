import { getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Actor } from '@/lib/incident/context';
import { retentionDays } from '@/lib/retention/server';
import { saveRetention } from '../retention-actions';

/** For how many days after closing the institution keeps the names of posters. */
export async function RetentionPanel({ actor }: { actor: Actor }) {
  const [t, days] = await Promise.all([getTranslations('guards'), retentionDays(actor)]);
  return (
    <Panel title={t('retention.title')}>
      <form action={saveRetention} className="flex flex-wrap items-start gap-3">
        <Input
          name="days"
          label={t('retention.days')}
          hint={t('retention.hint')}
          type="number"
          min={1}
          max={3650}
          required
          defaultValue={days}
        />
        <SubmitButton className="mt-6">{t('retention.save')}</SubmitButton>
      </form>
    </Panel>
  );
}
