import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/layout';
import { PersonLine } from '@/components/ui/person-line';
import { Time } from '@/components/ui/time';
import type { ClockHealth } from '@/lib/escalation/server';
import type { DeskDuty, DutyPerson, DutyTurn } from '@/lib/incident/server';

/** Who is on duty now, with numbers to call, and who comes next. */
export function Duty({
  duty,
  clock,
  now,
  swaps,
}: {
  duty: DeskDuty;
  clock: ClockHealth;
  now: string;
  /** Swaps that wait for the person looking. */
  swaps: number;
}) {
  const t = useTranslations('desk');
  return (
    <Panel
      title={duty.heldBy ? t('duty.above', { org: duty.heldBy }) : t('duty.title')}
      actions={
        <LinkButton href="/roster" size="sm" variant="quiet" prefetch={false}>
          {t('duty.roster')}
        </LinkButton>
      }
    >
      {duty.now ? (
        <>
          <dl className="space-y-2">
            <OnDuty term={t('duty.leader')} person={duty.now.leader} />
            <OnDuty term={t('duty.officer')} person={duty.now.officer} />
            <OnDuty term={t('duty.backup')} person={duty.now.backup} />
          </dl>
          <p className="mt-2 text-xs text-faint">
            {t('duty.until')} <Time at={duty.now.endsAt} now={now} />
          </p>
        </>
      ) : (
        <p className="font-medium text-red">{t('duty.nobody')}</p>
      )}
      <Next turn={duty.next} now={now} />
      {swaps > 0 && (
        <p className="mt-3 border-t border-line pt-3">
          <LinkButton href="/roster#swaps" size="sm" prefetch={false}>
            {t('duty.swaps', { count: swaps })}
          </LinkButton>
        </p>
      )}
      <p className="mt-3 flex items-center gap-2 border-t border-line pt-3">
        <span className="grow text-faint">{t('clock.title')}</span>
        {clock.isWell ? (
          <Badge tone="green">{t('clock.running')}</Badge>
        ) : (
          <Badge tone="red">{t('clock.faulty')}</Badge>
        )}
      </p>
    </Panel>
  );
}

function OnDuty({ term, person }: { term: string; person: DutyPerson | null }) {
  const t = useTranslations('desk');
  return (
    <div>
      <dt className="text-xs text-faint">{term}</dt>
      <dd>
        {person ? (
          <PersonLine name={person.name} role={person.title ?? undefined} phone={person.phone} />
        ) : (
          <span className="text-red">{t('duty.vacant')}</span>
        )}
      </dd>
    </div>
  );
}

function Next({ turn, now }: { turn: DutyTurn | null; now: string }) {
  const t = useTranslations('desk');
  if (!turn) return <p className="mt-3 border-t border-line pt-3 text-red">{t('duty.noNext')}</p>;
  const names = [turn.leader, turn.officer, turn.backup].map(
    (one) => one?.name ?? t('duty.vacant'),
  );
  return (
    <div className="mt-3 border-t border-line pt-3">
      <p className="text-xs text-faint">
        {t('duty.next')} <Time at={turn.startsAt} now={now} />
      </p>
      <p>{names.join(' · ')}</p>
    </div>
  );
}
