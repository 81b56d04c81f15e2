import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Input, Select } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { localDate } from '@/lib/calendar';
import { shiftMonth } from '@/lib/duty/month';
import { ROSTER_REFUSALS } from '@/lib/duty/refusal';
import { listRosters, previewRotation, reviewRoster, rotationAsk } from '@/lib/duty/server';
import { namesOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { PublishPanel } from './_components/publish-panel';
import { RotationView } from './_components/rotation-view';
import { createAction } from './actions';

/** 排班: a rotation is tried, kept as a draft, checked and published. */
export default async function RosterPlanPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [search, { actor }, t, refusals, now] = await Promise.all([
    searchParams,
    requireSignedIn(),
    getTranslations('roster'),
    getTranslations('refusals'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:edit')) notFound();
  const rosters = await listRosters(actor);
  const roster = rosters.find(({ id }) => id === search.rosterId) ?? rosters[0];
  const asked = rotationAsk.safeParse(search);
  const isAsked = search.firstDay !== undefined;
  const preview = asked.success && roster ? await previewRotation(actor, asked.data) : null;
  const findings = roster ? await reviewRoster(actor, roster.id) : [];
  const named = await namesOf(findings.flatMap(({ personId }) => personId ?? []));
  const names = Object.fromEntries([...named].map(([id, { name }]) => [id, name]));
  const refused = ROSTER_REFUSALS.find((code) => code === search.fault);
  const isInvalid = search.fault === 'invalid' || (isAsked && !asked.success);
  return (
    <>
      <PageHeader
        title={t('plan.title')}
        lead={t('plan.lead')}
        actions={<LinkButton href="/roster">{t('back')}</LinkButton>}
      />
      <div className="space-y-4">
        {refused && <Notice tone="red">{refusals(refused)}</Notice>}
        {isInvalid && <Notice tone="red">{t('fault.invalid')}</Notice>}
        {search.published && <Notice tone="green">{t('publish.done')}</Notice>}
        {search.drafted && (
          <Notice tone="blue">
            {t('publish.drafted', { count: Number(search.drafted) || 0 })}
          </Notice>
        )}
        {roster && (
          <Panel title={t('arrange')}>
            <form method="get" className="grid gap-3 sm:grid-cols-3 lg:grid-cols-6 lg:items-start">
              <Select
                name="rosterId"
                label={t('plan.roster')}
                options={rosters.map(({ id, name }) => ({ value: id, label: name }))}
                defaultValue={roster.id}
              />
              <Input
                type="date"
                name="firstDay"
                label={t('plan.firstDay')}
                defaultValue={search.firstDay ?? `${shiftMonth(localDate(now).slice(0, 7), 1)}-01`}
                required
              />
              <Input
                type="number"
                name="days"
                label={t('plan.days')}
                min={1}
                max={92}
                defaultValue={search.days ?? '31'}
                required
              />
              <Input
                type="time"
                name="start"
                label={t('plan.start')}
                defaultValue={search.start ?? '08:30'}
                required
              />
              <Input
                type="time"
                name="end"
                label={t('plan.end')}
                hint={t('plan.endHint')}
                defaultValue={search.end ?? '08:30'}
                required
              />
              <SubmitButton variant="secondary" className="sm:mt-6">
                {t('plan.try')}
              </SubmitButton>
            </form>
          </Panel>
        )}
        {preview && asked.success && roster && (
          <RotationView preview={preview} ask={asked.data} revision={roster.revision} />
        )}
        {roster && <PublishPanel roster={roster} findings={findings} names={names} now={now} />}
        <Panel title={t('further.title')}>
          <form action={createAction} className="flex flex-wrap items-end gap-3">
            <Input
              name="name"
              label={t('further.name')}
              hint={t('further.hint')}
              maxLength={40}
              required
            />
            <SubmitButton variant="secondary">{t('further.do')}</SubmitButton>
          </form>
        </Panel>
      </div>
    </>
  );
}
