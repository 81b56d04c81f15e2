import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { formatLocal, fromLocal, localDate } from '@/lib/calendar';
import { dateOfDay, dayOfDate } from '@/lib/calendar/instant';
import { readAddress } from '@/lib/duty/address';
import { PLACES } from '@/lib/duty/resolve';
import { listRosterRows, listRosters } from '@/lib/duty/server';
import { listDutyPeople } from '@/lib/duty/server/view';
import { namesOf } from '@/lib/incident/server';
import { businessNow } from '@/lib/platform/clock';
import { FormFault } from '../_components/form-fault';
import { RosterTabs } from '../_components/roster-tabs';
import { AddPanel } from './_components/add-panel';

const DAYS = 21;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('roster');
  return { title: t('tab.shifts') };
}

/** 班次: a roster row by row, those in the making and covers included; each can be changed. */
export default async function RosterShiftsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | undefined>>;
}) {
  const [search, actor, t, now] = await Promise.all([
    searchParams,
    requireActor(),
    getTranslations('roster'),
    businessNow(),
  ]);
  if (!holdsPermission(actor, 'roster:edit')) notFound();
  const [rosters, people] = await Promise.all([listRosters(actor), listDutyPeople(actor)]);
  const roster =
    rosters.find(({ id }) => id === (search.roster ?? search.mark?.split(' ')[0])) ?? rosters[0];
  const { date: day } = readAddress({ date: search.day }, localDate(now));
  const dayAfter = (by: number) => dateOfDay(dayOfDate(day) + by);
  const [from, to] = [fromLocal(day, '00:00'), fromLocal(dayAfter(DAYS), '00:00')];
  const rows = roster ? await listRosterRows(actor, roster.id, from, to) : [];
  const names = await namesOf(
    rows.flatMap((row) => PLACES.flatMap((place) => row[`${place}Id`] ?? [])),
  );
  const step = (by: number) => `/roster/shifts?roster=${roster?.id ?? ''}&day=${dayAfter(by)}`;
  return (
    <>
      <PageHeader
        title={t('shift.title', { name: roster?.name ?? '' })}
        lead={t('shift.lead')}
        actions={
          <>
            {rosters
              .filter(({ id }) => id !== roster?.id)
              .map(({ id, name }) => (
                <LinkButton key={id} href={`/roster/shifts?roster=${id}&day=${day}`}>
                  {name}
                </LinkButton>
              ))}
            <LinkButton href={step(-DAYS)}>{t('shift.earlier')}</LinkButton>
            <LinkButton href={step(DAYS)}>{t('shift.later')}</LinkButton>
          </>
        }
      />
      <RosterTabs actor={actor} current="shifts" />
      <div className="space-y-4">
        <FormFault search={search} />
        <Panel title={`${day} – ${dayAfter(DAYS - 1)}`} count={rows.length} flush>
          {rows.length === 0 ? (
            <EmptyState
              title={t('shift.none')}
              action={<LinkButton href="/roster/plan">{t('tab.plan')}</LinkButton>}
            />
          ) : (
            <Table
              caption={t('tab.shifts')}
              stacked
              columns={[
                { label: t('shift.time') },
                ...PLACES.map((place) => ({ label: t(`place.${place}`) })),
                { label: t('shift.state') },
                { label: t('shift.edit'), quiet: true },
              ]}
            >
              {rows.map((row) => (
                <tr key={row.id}>
                  <td data-label={t('shift.time')} className="tabular-nums">
                    {formatLocal(row.startsAt)} – {formatLocal(row.endsAt).slice(5)}
                  </td>
                  {PLACES.map((place) => {
                    const id = row[`${place}Id`];
                    return (
                      <td key={place} data-label={t(`place.${place}`)}>
                        {id !== null ? (
                          names.get(id)?.name
                        ) : (
                          <span className="text-faint">
                            {row.kind === 'cover' ? '—' : t('vacant')}
                          </span>
                        )}
                      </td>
                    );
                  })}
                  <td data-label={t('shift.state')}>
                    {row.kind === 'cover' ? (
                      <Badge tone="blue">{t('cover.badge')}</Badge>
                    ) : row.publishedAt === null ? (
                      <Badge tone="amber">{t('shift.draft')}</Badge>
                    ) : (
                      <Badge tone="green">{t('shift.published')}</Badge>
                    )}
                  </td>
                  <td data-align="end">
                    {row.kind === 'cover' ? (
                      <LinkButton size="sm" variant="quiet" href="/roster/changes#covers">
                        {t('tab.changes')}
                      </LinkButton>
                    ) : row.startsAt > now ? (
                      <LinkButton size="sm" variant="quiet" href={`/roster/shifts/${row.id}`}>
                        {t('shift.edit')}
                      </LinkButton>
                    ) : (
                      <span className="text-xs text-faint">{t('shift.begun')}</span>
                    )}
                  </td>
                </tr>
              ))}
            </Table>
          )}
        </Panel>
        <AddPanel
          rosters={rosters}
          people={people}
          search={{ ...search, mark: search.mark ?? roster?.id }}
          firstDay={dateOfDay(dayOfDate(localDate(now)) + 1)}
        />
      </div>
    </>
  );
}
