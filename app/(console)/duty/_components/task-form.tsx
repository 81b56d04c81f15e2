import { SubmitButton } from '@/components/ui/submit-button';

/** A task's one-tap form. */
export function TaskForm({
  action,
  taskId,
  from,
  label,
  variant = 'secondary',
}: {
  action: (data: FormData) => Promise<void>;
  taskId: string;
  from: 'list' | 'task';
  label: string;
  variant?: 'primary' | 'secondary';
}) {
  return (
    <form action={action} className="inline-block">
      <input type="hidden" name="taskId" value={taskId} />
      <input type="hidden" name="from" value={from} />
      <SubmitButton size={from === 'list' ? 'sm' : 'md'} variant={variant}>
        {label}
      </SubmitButton>
    </form>
  );
}
