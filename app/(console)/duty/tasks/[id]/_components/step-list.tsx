import { useTranslations } from 'next-intl';
import { Panel } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { TaskView } from '@/lib/shift/server';

/** Who was told when, and who could not be. */
export function StepList({ steps, now }: { steps: TaskView['steps']; now: string }) {
  const t = useTranslations('shift');
  if (steps.length === 0) return null;
  return (
    <Panel title={t('steps')}>
      <ol className="space-y-2">
        {steps.map((step) => (
          <li key={step.firedAt}>
            <p className="text-xs text-faint">
              <Time at={step.firedAt} now={now} /> {t(`stepKind.${step.kind}`)}
            </p>
            <p>{step.recipients.join(t('comma'))}</p>
            {step.skipped.map(({ target, reason }) => (
              <p key={target} className="text-xs text-red">
                {t('skipped', { target: t(`target.${target}`), reason: t(`skip.${reason}`) })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
