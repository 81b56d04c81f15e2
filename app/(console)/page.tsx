import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/ui/layout';
import { holdsPermission } from '@/lib/access/policy';
import { requireSignedIn } from '@/lib/access/server';
import { recentCalendarGaps } from '@/lib/calendar/server';
import { recentSwapsWaiting } from '@/lib/duty/server';
import { recentClockHealth } from '@/lib/escalation/server';
import { recentGroupWarnings } from '@/lib/group/server';
import { fill } from '@/lib/i18n/fill';
import { recentDeskIncidents, recentDuty, recentOwnDesk } from '@/lib/incident/server';
import { recentCalendarEditors } from '@/lib/org/server';
import { businessNow } from '@/lib/platform/clock';
import { recentDeskTasks } from '@/lib/shift/server';
import { AdministratorDesk } from './_desk/administrator-desk';
import { Deadlines } from './_desk/deadlines';
import { DeskRefresh } from './_desk/desk-refresh';
import { Duty } from './_desk/duty';
import { DutyTasks } from './_desk/duty-tasks';
import { GroupWarningsOnDesk } from './_desk/group-warnings';
import { InHand, NewIncidents } from './_desk/incidents';
import { Todos } from './_desk/todos';
import { Warnings } from './_desk/warnings';

/** 工作台: the page that stays open all night. */
export default async function DeskPage() {
  const [{ actor, org }, t] = await Promise.all([requireSignedIn(), getTranslations('desk')]);
  if (!holdsPermission(actor, 'incident:read')) return <AdministratorDesk roles={actor.roles} />;
  const now = await businessNow();
  const [{ deadlines, todos }, incidents, duty, gaps, editors, clock, tasks, group, swaps] =
    await Promise.all([
      recentOwnDesk(actor, now),
      recentDeskIncidents(actor, now),
      recentDuty(org.id, now),
      recentCalendarGaps(org.id, now),
      recentCalendarEditors(org.id),
      recentClockHealth(),
      recentDeskTasks(actor, now),
      recentGroupWarnings(org.id, now),
      recentSwapsWaiting(actor, now),
    ]);
  const { inHand, inHandCount, overdueCount, fresh } = incidents;
  const isReader = !holdsPermission(actor, 'incident:note');
  const shown = new Set(deadlines.map(({ id }) => id));
  const waiting = todos.filter(
    ({ kind, refId }) => kind !== 'acknowledge_escalation' || !shown.has(refId),
  );
  return (
    <>
      <DeskRefresh />
      <PageHeader
        title={t('title')}
        lead={
          overdueCount > 0
            ? fill(t.raw('lead'), { inHand: inHandCount, overdue: overdueCount })
            : fill(t.raw('leadClear'), { inHand: inHandCount })
        }
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_260px] xl:grid-cols-[minmax(0,1fr)_300px]">
        <GroupWarningsOnDesk
          warnings={group}
          now={now}
          mayGive={holdsPermission(actor, 'delegation:give')}
        />
        <Warnings duty={duty} gaps={gaps} editors={editors} clock={clock} />
        <div className="min-w-0 space-y-4">
          <Deadlines deadlines={deadlines} isReader={isReader} />
          {!isReader && <Todos todos={waiting} now={now} />}
        </div>
        <div className="min-w-0 space-y-4">
          <Duty duty={duty} clock={clock} now={now} swaps={swaps} />
          {holdsPermission(actor, 'shift:read') && (
            <DutyTasks
              tasks={tasks}
              now={now}
              mayFile={holdsPermission(actor, 'shift:file')}
              maySign={holdsPermission(actor, 'shift:sign')}
            />
          )}
          <NewIncidents incidents={fresh} now={now} />
        </div>
        <InHand incidents={inHand} total={inHandCount} now={now} ownOrgId={org.id} />
      </div>
    </>
  );
}
