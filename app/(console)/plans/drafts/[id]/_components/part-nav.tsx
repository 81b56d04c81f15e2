'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { classNames } from '@/components/ui/class-names';
import { EDITOR_PARTS, type EditorPart } from '@/lib/plan/editor-parts';
import { useDraft } from '../_form/draft-context';

export type PartCounts = Readonly<Partial<Record<EditorPart, { errors: number; others: number }>>>;

/** Sections of the plan with what is open in each. */
export function PartNav({ current, counts }: { current: EditorPart; counts: PartCounts }) {
  const t = useTranslations('planEditor');
  const { draftId, hasUnsaved } = useDraft();
  return (
    <nav aria-label={t('parts')} className="rounded-md border border-line bg-paper p-1.5">
      <ul className="flex flex-col max-lg:flex-row max-lg:flex-wrap">
        {EDITOR_PARTS.map((part) => {
          const { errors = 0, others = 0 } = counts[part] ?? {};
          const isCurrent = part === current;
          return (
            <li key={part}>
              <Link
                href={`/plans/drafts/${draftId}?part=${part}`}
                aria-current={isCurrent ? 'page' : undefined}
                scroll={false}
                onNavigate={(event) => {
                  if (hasUnsaved() && !window.confirm(t('leave'))) event.preventDefault();
                }}
                className={classNames(
                  'flex min-h-9 items-center gap-2 rounded-md px-2.5',
                  isCurrent ? 'bg-accent-pale font-medium text-accent' : 'hover:bg-sunken',
                )}
              >
                <span className="grow">{t(`part.${part}`)}</span>
                {errors > 0 && (
                  <Count className="bg-red-pale text-red" label={t('errors', { count: errors })}>
                    {errors}
                  </Count>
                )}
                {others > 0 && (
                  <Count className="bg-sunken text-soft" label={t('remarks', { count: others })}>
                    {others}
                  </Count>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Count({
  className,
  label,
  children,
}: {
  className: string;
  label: string;
  children: number;
}) {
  return (
    <span
      className={classNames('min-w-5 rounded-sm px-1 text-center text-xs tabular-nums', className)}
      title={label}
    >
      <span aria-hidden="true">{children}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
