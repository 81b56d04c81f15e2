import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { PageHeader, Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { PersonLine } from '@/components/ui/person-line';
import { holdsPermission } from '@/lib/access/policy';
import { requireActor } from '@/lib/access/server';
import { type Group, type GroupSeat, listGroups } from '@/lib/group/server/groups';

/** Rows of the chart, from the top. */
const TIERS = [['leader'], ['deputy'], ['member'], ['office', 'liaison', 'spokesperson']] as const;

/** 领导小组: duties as a chart, who votes, and the numbers to call. */
export default async function GroupsPage() {
  const [actor, t] = await Promise.all([requireActor(), getTranslations('groups')]);
  if (!holdsPermission(actor, 'group:read')) notFound();
  const groups = await listGroups(actor);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {groups.length === 0 && (
        <div className="rounded-md border border-line bg-paper">
          <EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>
        </div>
      )}
      <div className="space-y-4">
        {groups.map((group) => (
          <Chart key={group.id} group={group} />
        ))}
      </div>
    </>
  );
}

async function Chart({ group }: { group: Group }) {
  const t = await getTranslations('groups');
  const voters = new Set(group.seats.filter((seat) => seat.votes).map((seat) => seat.id)).size;
  return (
    <Panel title={group.name}>
      <p className="mb-4 text-soft">{t('majority', { count: group.majority, voters })}</p>
      <ol className="space-y-3">
        {TIERS.map((duties, index) => {
          const seats = group.seats.filter((seat) => duties.some((duty) => duty === seat.duty));
          if (seats.length === 0) return null;
          return (
            <li key={duties[0]}>
              {index > 0 && (
                <span aria-hidden="true" className="mx-auto mb-3 block h-3 w-px bg-control" />
              )}
              <ul className="flex flex-wrap justify-center gap-3">
                {seats.map((seat) => (
                  <Seat key={`${seat.id}-${seat.duty}`} seat={seat} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

async function Seat({ seat }: { seat: GroupSeat }) {
  const t = await getTranslations('groups');
  const key = `duty.${seat.duty}`;
  return (
    <li
      className={classNames(
        'w-full rounded-md border px-3 py-2 sm:w-64',
        seat.isSelf ? 'border-accent bg-accent-pale' : 'border-line bg-paper',
      )}
    >
      <p className="mb-1 flex flex-wrap items-center gap-1.5 text-xs font-medium text-soft">
        {t.has(key) ? t(key) : seat.duty}
        {seat.votes && <Badge tone="accent">{t('votes')}</Badge>}
        {seat.isSelf && <Badge>{t('me')}</Badge>}
        {!seat.active && <Badge tone="red">{t('inactive')}</Badge>}
      </p>
      <PersonLine name={seat.name} phone={seat.phone} />
      <p className="text-xs text-soft">{[seat.title, seat.unit].filter(Boolean).join(' · ')}</p>
    </li>
  );
}
