import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/layout';
import { PersonLine } from '@/components/ui/person-line';
import { TIERS } from '@/lib/group/duties';
import type { Group, GroupSeat } from '@/lib/group/server';

/** 架构图: the seats of a group from the top, vacancies among them. */
export function Chart({ group }: { group: Group }) {
  const t = useTranslations('groups');
  return (
    <Panel
      title={group.name}
      actions={
        group.mayEdit && (
          <span data-no-print="">
            <LinkButton href={`/groups/${group.id}`} size="sm">
              {t('edit')}
            </LinkButton>
          </span>
        )
      }
    >
      <p className="mb-4 text-soft">
        {t('majority', { count: group.majority, voters: group.voters })}
        {group.leadOrg && ` ${t('ledBy', { org: group.leadOrg })}`}
        {group.shares.length > 0 &&
          ` ${t('joint', { orgs: group.shares.map((one) => one.name).join('、') })}`}
      </p>
      {group.seats.length === 0 && <p className="text-faint">{t('noSeats')}</p>}
      <ol className="space-y-3">
        {TIERS.map((duties, index) => {
          const seats = group.seats.filter((seat) => duties.includes(seat.duty));
          if (seats.length === 0) return null;
          return (
            <li key={duties[0]} className="print:break-inside-avoid">
              {index > 0 && (
                <span aria-hidden="true" className="mx-auto mb-3 block h-3 w-px bg-control" />
              )}
              <ul className="flex flex-wrap justify-center gap-3">
                {seats.map((seat) => (
                  <Seat key={seat.id} seat={seat} />
                ))}
              </ul>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

function Seat({ seat }: { seat: GroupSeat }) {
  const t = useTranslations('groups');
  const isEmpty = seat.state !== 'held';
  return (
    <li
      className={classNames(
        'w-full rounded-md border px-3 py-2 sm:w-64',
        isEmpty
          ? 'border-red border-dashed bg-red-pale'
          : seat.isSelf
            ? 'border-accent bg-accent-pale'
            : 'border-line bg-paper',
      )}
    >
      <p className="mb-1 flex flex-wrap items-center gap-1.5 text-xs font-medium text-soft">
        {t(`duty.${seat.duty}`)}
        {seat.votes && <Badge tone="accent">{t('votes')}</Badge>}
        {seat.isSelf && <Badge>{t('me')}</Badge>}
      </p>
      {isEmpty ? (
        <p className="font-medium text-red">
          {seat.name ? t('leftSeat', { name: seat.name }) : t('vacantSeat')}
        </p>
      ) : (
        <PersonLine name={seat.name ?? ''} phone={seat.mobile} />
      )}
      {seat.officePhone && <PersonLine name={t('officePhone')} phone={seat.officePhone} />}
      <p className="text-xs text-soft">
        {[seat.title, seat.unit, seat.org].filter(Boolean).join(' · ')}
      </p>
    </li>
  );
}
