import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { PageHeader, Panel } from '@/components/ui/layout';
import { SubmitButton } from '@/components/ui/submit-button';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { listGroups, loadSeatChoices } from '@/lib/group/server';
import { Fault } from '../_components/fault';
import { Mark } from '../_components/mark';
import { SeatForm } from '../_components/seat-form';
import { SeatRow } from '../_components/seat-row';
import {
  addSeatAction,
  dissolveGroupAction,
  renameGroupAction,
  shareGroupAction,
} from '../actions';

/** One group's seats, name and institutions, to be changed. */
export default async function GroupPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ id }, { fault }, actor, t] = await Promise.all([
    params,
    searchParams,
    requireActor(),
    getTranslations('groups'),
  ]);
  if (!holdsPermission(actor, 'group:edit')) notFound();
  const group = (await listGroups(actor)).find((one) => one.id === id && one.mayEdit);
  if (!group) notFound();
  const { people, orgs } = await loadSeatChoices(actor, id);
  const options = people.map((one) => ({ value: one.id, label: one.label }));
  return (
    <>
      <PageHeader
        title={group.name}
        lead={t('editLead')}
        above={
          <Link href="/groups" className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
      />
      <div className="space-y-4">
        <Fault code={fault} />
        <Panel title={t('seats')} count={group.seats.length}>
          <ol className="divide-y divide-line">
            {group.seats.map((seat, index) => (
              <SeatRow
                key={seat.id}
                group={group}
                seat={seat}
                people={options}
                isFirst={index === 0}
                isLast={index === group.seats.length - 1}
              />
            ))}
          </ol>
        </Panel>
        <Panel title={t('addSeat')}>
          <SeatForm group={group} seat={null} people={options} action={addSeatAction} />
        </Panel>
        <div className="grid gap-4 lg:grid-cols-2">
          <Panel title={t('name')}>
            <form action={renameGroupAction} className="space-y-3">
              <Mark group={group} />
              <Input
                name="name"
                label={t('name')}
                defaultValue={group.name}
                required
                maxLength={60}
              />
              <SubmitButton>{t('save')}</SubmitButton>
            </form>
          </Panel>
          <Panel title={t('jointTitle')}>
            <form action={shareGroupAction} className="space-y-3">
              <Mark group={group} />
              <p className="text-soft">{t('jointHint')}</p>
              {orgs.map((one) => (
                <Checkbox
                  key={one.id}
                  id={`share-${one.id}`}
                  name="orgIds"
                  value={one.id}
                  label={one.name}
                  defaultChecked={group.shares.some((share) => share.orgId === one.id)}
                />
              ))}
              <SubmitButton>{t('save')}</SubmitButton>
            </form>
          </Panel>
        </div>
        <form action={dissolveGroupAction} className="flex flex-wrap items-center gap-3">
          <Mark group={group} />
          <SubmitButton variant="danger">{t('dissolve')}</SubmitButton>
          <span className="text-faint text-xs">{t('dissolveHint')}</span>
        </form>
      </div>
    </>
  );
}
