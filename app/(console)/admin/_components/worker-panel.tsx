import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { healthOf } from '@/lib/escalation/server/health';

/** Whether reminders run: the same answer that /api/health gives to monitoring. */
export async function WorkerPanel() {
  const [t, health] = await Promise.all([getTranslations('system'), healthOf()]);
  const { alive, lagMs, overdueUnfired } = health.worker;
  return (
    <Panel title={t('worker')}>
      <DefinitionList
        items={[
          {
            term: t('state'),
            value: (
              <Badge tone={alive ? 'green' : 'red'}>{alive ? t('alive') : t('stopped')}</Badge>
            ),
          },
          { term: t('lag'), value: t('lagText', { seconds: Math.round(lagMs / 1000) }) },
          { term: t('unfired'), value: overdueUnfired },
          { term: t('version'), value: health.version },
        ]}
      />
      {!alive && <p className="mt-3 text-red">{t('stoppedHint')}</p>}
    </Panel>
  );
}
