import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { DefinitionList, PageHeader, Panel } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { requireSignedIn } from '@/lib/access/server';
import { getTask } from '@/lib/shift/server';
import { orNotFound } from '../../../or-not-found';
import { FaultNotice } from '../../_components/fault-notice';
import { StateBadge } from '../../_components/state-badge';
import { TaskForm } from '../../_components/task-form';
import { acknowledgeAction } from '../../actions';
import { HandoverPanel } from './_components/handover-panel';
import { PatrolPanel } from './_components/patrol-panel';
import { StepList } from './_components/step-list';
import { SummaryPanel } from './_components/summary-panel';
import { ZeroPanel } from './_components/zero-panel';

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** One duty task: what it is, how it stands, and the form that does it. */
export default async function DutyTaskPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ fault?: string }>;
}) {
  const [{ id }, { fault }, { actor }, t, locale] = await Promise.all([
    params,
    searchParams,
    requireSignedIn(),
    getTranslations('shift'),
    getLocale(),
  ]);
  if (!UUID.test(id)) notFound();
  const view = await getTask(actor, id).catch(orNotFound);
  const { task, now, may, outgoing, incoming, steps } = view;
  const person = (one: typeof outgoing) => one?.name ?? t('nobody');
  return (
    <>
      <PageHeader
        title={task.label[locale === 'en' ? 'en' : 'zh']}
        lead={<Time at={task.startsAt} now={now} />}
        above={
          <Link href="/duty" className="text-accent hover:underline">
            {t('back')}
          </Link>
        }
        actions={<StateBadge task={task} now={now} />}
      />
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_300px]">
        <div className="min-w-0 space-y-4">
          <FaultNotice fault={fault} />
          {task.kind === 'handover' && <HandoverPanel view={view} />}
          {task.kind === 'patrol' && <PatrolPanel view={view} actor={actor} />}
          {task.kind === 'daily_summary' && <SummaryPanel view={view} />}
          {task.kind === 'zero_report' && <ZeroPanel view={view} />}
        </div>
        <div className="min-w-0 space-y-4">
          <Panel title={t('facts')}>
            <DefinitionList
              items={[
                { term: t('column.due'), value: <Time at={task.dueAt} now={now} /> },
                ...(task.kind === 'handover'
                  ? [
                      { term: t('outgoing'), value: person(outgoing) },
                      { term: t('incoming'), value: person(incoming) },
                    ]
                  : []),
                {
                  term: t('missedAt'),
                  value: task.missedAt ? <Time at={task.missedAt} now={now} /> : null,
                },
                {
                  term: t('doneAt'),
                  value: task.doneAt ? (
                    <>
                      {task.doneByName} <Time at={task.doneAt} now={now} />
                    </>
                  ) : null,
                },
                {
                  term: t('outcomeTerm'),
                  value: task.outcome ? t(`outcome.${task.outcome}`) : null,
                },
                {
                  term: t('taken'),
                  value: task.acknowledgedAt ? (
                    <>
                      {task.acknowledgedByName} <Time at={task.acknowledgedAt} now={now} />
                    </>
                  ) : null,
                },
              ]}
            />
            {may.acknowledge && (
              <div className="mt-3">
                <TaskForm
                  action={acknowledgeAction}
                  taskId={task.id}
                  from="task"
                  label={t('acknowledge')}
                />
              </div>
            )}
          </Panel>
          <StepList steps={steps} now={now} />
        </div>
      </div>
    </>
  );
}
