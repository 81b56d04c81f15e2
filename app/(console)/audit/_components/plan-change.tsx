import { getTranslations } from 'next-intl/server';
import type { LoggedPlan } from '@/lib/audit/server/logs';

/** What changed in a plan, who wrote it and why, as the record has it. */
export async function PlanChange({ plan }: { plan: LoggedPlan }) {
  const t = await getTranslations('audit');
  const { key, version, authorName, reason, changes } = plan;
  return (
    <span className="block max-w-md">
      <span className="font-medium">{key.toUpperCase()}</span>
      {version !== null && ` ${t('plan.version', { number: version })}`}
      {authorName && (
        <span className="block">
          {t('plan.author')} {authorName}
        </span>
      )}
      {reason && (
        <span className="block">
          {t('plan.reason')} {reason}
        </span>
      )}
      {changes.length > 0 && (
        <details className="text-xs">
          <summary className="min-h-6 content-center hover:underline">
            {t('plan.changes', { count: changes.length })}
          </summary>
          <ul className="mt-1 space-y-0.5 break-words">
            {changes.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </span>
  );
}
