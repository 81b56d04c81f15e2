import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Input } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { listSources, loadSettings } from '@/lib/shift/server';
import { stepsFor } from '@/lib/shift/settings';
import { TASK_KINDS } from '@/lib/shift/task';
import { DutyTabs } from '../_components/duty-tabs';
import { FaultNotice } from '../_components/fault-notice';
import { addSourceAction, removeSourceAction, settingsAction } from '../actions';

const MINUTES = [
  { name: 'patrolMinutes', min: 10, max: 480 },
  { name: 'heightenedMinutes', min: 15, max: 480 },
  { name: 'handoverMinutes', min: 5, max: 240 },
  { name: 'repeatMinutes', min: 15, max: 1440 },
] as const;

/** 巡查来源与提醒: the checklist, and how long things may take. */
export default async function DutySettingsPage({
  searchParams,
}: {
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ fault }, { actor, org }, t] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('shift'),
  ]);
  if (!holdsPermission(actor, 'shift:read')) notFound();
  const [sources, settings] = await Promise.all([listSources(actor), loadSettings(actor)]);
  const mayChange = holdsPermission(actor, 'shift:configure');
  return (
    <>
      <PageHeader title={t('settingsTitle')} lead={org.name} />
      <div className="space-y-4">
        <DutyTabs actor={actor} current="settings" />
        <FaultNotice fault={fault} />
        <Panel title={t('sources')} count={sources.length}>
          {sources.length === 0 && (
            <EmptyState title={t('noSources')}>{t('noSourcesHint')}</EmptyState>
          )}
          <ul className="divide-y divide-line">
            {sources.map(({ id, name, platform, url }) => (
              <li key={id} className="flex flex-wrap items-center gap-3 py-2">
                <span className="font-medium">{name}</span>
                <span className="text-soft">{platform}</span>
                {url && <span className="text-xs break-all text-faint">{url}</span>}
                {mayChange && (
                  <form action={removeSourceAction} className="ml-auto">
                    <input type="hidden" name="sourceId" value={id} />
                    <SubmitButton size="sm" variant="quiet" aria-label={t('removeNamed', { name })}>
                      {t('remove')}
                    </SubmitButton>
                  </form>
                )}
              </li>
            ))}
          </ul>
          {mayChange && (
            <form
              action={addSourceAction}
              className="mt-3 grid items-end gap-3 sm:grid-cols-[1fr_1fr_2fr_auto]"
            >
              <Input name="name" label={t('source.name')} required maxLength={60} />
              <Input name="platform" label={t('source.platform')} required maxLength={40} />
              <Input name="url" type="url" label={t('source.url')} maxLength={500} />
              <SubmitButton>{t('source.add')}</SubmitButton>
            </form>
          )}
        </Panel>
        <Panel title={t('timesTitle')}>
          <form
            action={settingsAction}
            className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-4"
          >
            {MINUTES.map(({ name, min, max }) => (
              <Input
                key={name}
                name={name}
                type="number"
                min={min}
                max={max}
                label={t(`setting.${name}`)}
                defaultValue={settings[name]}
                disabled={!mayChange}
                required
              />
            ))}
            {mayChange && <SubmitButton>{t('saveSettings')}</SubmitButton>}
          </form>
        </Panel>
        <Panel title={t('stepsTitle')}>
          <dl className="space-y-3">
            {TASK_KINDS.map((kind) => (
              <div key={kind}>
                <dt className="font-medium">{t(`kind.${kind}`)}</dt>
                <dd>
                  <ul>
                    {stepsFor(settings, kind).map(({ atMinutes, to }) => (
                      <li key={atMinutes}>
                        {atMinutes < 0
                          ? t('step.before', { minutes: -atMinutes })
                          : atMinutes === 0
                            ? t('step.at')
                            : t('step.after', { minutes: atMinutes })}
                        {t('colon')}
                        {to.map((one) => t(`target.${one}`)).join(t('comma'))}
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-soft">{t('step.repeat', { minutes: settings.repeatMinutes })}</p>
        </Panel>
      </div>
    </>
  );
}
