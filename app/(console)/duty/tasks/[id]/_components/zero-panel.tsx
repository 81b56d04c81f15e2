import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import type { TaskView } from '@/lib/shift/server';
import { TaskForm } from '../../../_components/task-form';
import { zeroAction } from '../../../actions';

/** 零报告: nothing to report is reported too. */
export function ZeroPanel({ view: { task, may } }: { view: TaskView }) {
  const t = useTranslations('shift');
  return (
    <Panel title={t('kind.zero_report')}>
      <p className="mb-3">
        {task.doneAt ? t(`outcome.${task.outcome ?? 'nothing'}`) : t('zeroHint')}
      </p>
      {may.file && (
        <TaskForm
          action={zeroAction}
          taskId={task.id}
          from="task"
          variant="primary"
          label={t('zero')}
        />
      )}
    </Panel>
  );
}
