import Link from 'next/link';
import { useLocale, useTranslations } from 'next-intl';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import type { ListedTask } from '@/lib/shift/server';
import { acknowledgeAction, zeroAction } from '../actions';
import { StateBadge } from './state-badge';
import { TaskForm } from './task-form';

/** Duty tasks, one a line; what can be done in one tap is done here. */
export function TaskTable({
  caption,
  tasks,
  now,
  mayFile,
  maySign,
}: {
  caption: string;
  tasks: readonly ListedTask[];
  now: string;
  mayFile: boolean;
  maySign: boolean;
}) {
  const t = useTranslations('shift');
  const language = useLocale() === 'en' ? 'en' : 'zh';
  const hasActions = mayFile || maySign;
  return (
    <Table
      stacked
      caption={caption}
      columns={[
        { label: t('column.what') },
        { label: t('column.when') },
        { label: t('column.due') },
        { label: t('column.state') },
        { label: t('column.by') },
        ...(hasActions ? [{ label: t('column.action'), quiet: true }] : []),
      ]}
    >
      {tasks.map((task) => {
        const isOpen = task.opensAt <= now && ['open', 'missed'].includes(task.state);
        const isZero = task.kind === 'patrol' || task.kind === 'zero_report';
        return (
          <tr key={task.id}>
            <td data-label={t('column.what')}>
              <Link
                href={`/duty/tasks/${task.id}`}
                prefetch={false}
                className="text-accent hover:underline"
              >
                {task.label[language]}
              </Link>
            </td>
            <td data-label={t('column.when')}>
              <Time at={task.startsAt} now={now} />
            </td>
            <td data-label={t('column.due')}>
              <Time at={task.dueAt} now={now} />
            </td>
            <td data-label={t('column.state')}>
              <StateBadge task={task} now={now} />
              {task.outcome && (
                <span className="ml-2 text-faint">{t(`outcome.${task.outcome}`)}</span>
              )}
            </td>
            <td data-label={t('column.by')}>
              {task.doneAt ? (
                <>
                  {task.doneByName} <Time at={task.doneAt} now={now} />
                </>
              ) : task.acknowledgedAt ? (
                t('takenBy', { name: task.acknowledgedByName ?? '' })
              ) : null}
            </td>
            {hasActions && (
              <td data-label={t('column.action')}>
                <div className="flex flex-wrap gap-2">
                  {isOpen && isZero && mayFile && (
                    <TaskForm action={zeroAction} taskId={task.id} from="list" label={t('zero')} />
                  )}
                  {maySign && task.state === 'missed' && !task.acknowledgedAt && (
                    <TaskForm
                      action={acknowledgeAction}
                      taskId={task.id}
                      from="list"
                      label={t('acknowledge')}
                    />
                  )}
                </div>
              </td>
            )}
          </tr>
        );
      })}
    </Table>
  );
}
