import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choices';
import { Dialog } from '@/components/ui/dialog';
import { Input } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { formatLocal, localParts, localTime } from '@/lib/calendar';
import { SCOPES } from '@/lib/duty/series';
import { findShift, hasBegun, listRosters } from '@/lib/duty/server';
import { listDutyPeople } from '@/lib/duty/server/view';
import { toDateTimeLocal } from '@/lib/i18n/format';
import { FormFault } from '../../_components/form-fault';
import { PlaceSelects } from '../../_components/place-selects';
import { RosterTabs } from '../../_components/roster-tabs';
import { WEEKDAYS } from '../../_components/week-view';
import { editShiftAction, removeShiftAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('shift.edit') };
}

/** 改班次: one shift, or it and those like it after it. */
export default async function ShiftPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [{ id }, search, actor, t, ui] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('roster'),
    getTranslations('ui'),
  ]);
  if (!holdsPermission(actor, 'roster:edit') || !z.uuid().safeParse(id).success) notFound();
  const shift = await findShift(actor, id);
  const roster = shift && (await listRosters(actor)).find((one) => one.id === shift.rosterId);
  if (!shift || !roster) notFound();
  const [people, isOver] = await Promise.all([listDutyPeople(actor), hasBegun(shift)]);
  const day = t(`weekday.${WEEKDAYS[(localParts(shift.startsAt).weekday + 6) % 7] ?? 'mon'}`);
  const time = localTime(shift.startsAt);
  const isDraft = shift.publishedAt === null;
  const marks = (
    <>
      <input type="hidden" name="mark" value={`${roster.id} ${roster.revision}`} />
      <input type="hidden" name="id" value={id} />
    </>
  );
  const reach = (prefix: string) => (
    <>
      <RadioGroup
        name="scope"
        id={`${prefix}scope`}
        label={t('shift.scope')}
        options={SCOPES.map((scope) => ({
          value: scope,
          label: t(`scope.${scope}`, { day, time }),
        }))}
        defaultValue={SCOPES.find((scope) => scope === search.scope) ?? 'this'}
      />
      <Input
        type="date"
        name="until"
        id={`${prefix}until`}
        label={t('shift.until')}
        hint={t('shift.untilHint')}
        defaultValue={search.until}
        className="max-w-60"
      />
    </>
  );
  return (
    <>
      <PageHeader
        above={<Link href={`/roster/shifts?roster=${roster.id}`}>{roster.name}</Link>}
        title={`${formatLocal(shift.startsAt)} – ${formatLocal(shift.endsAt)}`}
        lead={
          isDraft ? (
            <Badge tone="amber">{t('shift.draft')}</Badge>
          ) : (
            <Badge tone="green">{t('shift.published')}</Badge>
          )
        }
      />
      <RosterTabs actor={actor} current="shifts" />
      <div className="space-y-4">
        <FormFault search={search} />
        {isOver ? (
          <Notice
            tone="amber"
            title={t('shift.overTitle')}
            actions={<LinkButton href="/roster/changes#covers">{t('cover.do')}</LinkButton>}
          >
            {t('shift.over')}
          </Notice>
        ) : (
          <>
            <Panel title={t('shift.edit')}>
              <p className="mb-3 text-faint">
                {isDraft ? t('shift.draftHint') : t('shift.publishedHint')}
              </p>
              <form action={editShiftAction} className="space-y-4">
                {marks}
                <div className="grid gap-3 sm:grid-cols-3">
                  <PlaceSelects
                    people={people}
                    chosen={{
                      leaderId: search.leaderId ?? shift.leaderId,
                      officerId: search.officerId ?? shift.officerId,
                      backupId: search.backupId ?? shift.backupId,
                    }}
                  />
                  <Input
                    type="datetime-local"
                    name="startsAt"
                    label={t('from')}
                    defaultValue={search.startsAt ?? toDateTimeLocal(shift.startsAt)}
                    required
                  />
                  <Input
                    type="datetime-local"
                    name="endsAt"
                    label={t('to')}
                    defaultValue={search.endsAt ?? toDateTimeLocal(shift.endsAt)}
                    required
                  />
                </div>
                {reach('edit-')}
                <SubmitButton>{t('shift.save')}</SubmitButton>
              </form>
            </Panel>
            <Dialog
              trigger={t('shift.remove')}
              title={t('shift.remove')}
              closeLabel={ui('close')}
              variant="danger"
            >
              <form action={removeShiftAction} className="space-y-4">
                {marks}
                <p>{t('shift.removeHint')}</p>
                {reach('remove-')}
                <SubmitButton variant="danger">{t('shift.removeDo')}</SubmitButton>
              </form>
            </Dialog>
          </>
        )}
      </div>
    </>
  );
}
