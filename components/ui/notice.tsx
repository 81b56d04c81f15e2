import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Tone, toneClasses } from './badge';
import { classNames } from './class-names';

/** A standing remark on a page: `blue` informs, `amber` warns, `green` confirms, `red` alarms. */
export function Notice({
  tone = 'blue',
  title,
  actions,
  children,
}: {
  tone?: Tone | undefined;
  title?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={classNames('rounded-md px-3 py-2', toneClasses[tone])}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-60">
          {title && <p className="font-medium">{title}</p>}
          {children}
        </div>
        {actions}
      </div>
    </div>
  );
}

/** An error as this product says it: what happened, what was kept, what to do. */
export function ErrorBanner({
  what,
  kept,
  todo,
  children,
}: {
  what: ReactNode;
  kept?: string | undefined;
  todo?: string | undefined;
  children?: ReactNode;
}) {
  const t = useTranslations('ui');
  return (
    <div role="alert" className={classNames('rounded-md px-3 py-2', toneClasses.red)}>
      <p className="font-medium">{what}</p>
      {kept && <p>{t('kept', { kept })}</p>}
      {todo && <p>{t('todo', { todo })}</p>}
      {children}
    </div>
  );
}

/** What belongs in an empty place, and the one thing to start with. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-2 px-4 py-6 sm:px-5">
      <p className="font-medium text-soft">{title}</p>
      {children && <div className="max-w-prose text-faint">{children}</div>}
      {action}
    </div>
  );
}
