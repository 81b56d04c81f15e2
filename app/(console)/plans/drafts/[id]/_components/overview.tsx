import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { Panel } from '@/components/ui/layout';
import { hrefOfPath } from '@/lib/plan/editor-parts';
import type { Obligation } from '@/lib/plan/schema';
import type { PlanScope } from '../_form/scope';
import { BlanksList } from '../_sections/blanks';
import type { FindingView } from './editor-view';

/** 先看这里: what keeps the plan from being used, what the source leaves open, what is stricter. */
export async function Overview({
  draftId,
  findings,
  blanks,
  scope,
}: {
  draftId: string;
  findings: readonly FindingView[];
  blanks: readonly Obligation[];
  scope: PlanScope;
}) {
  const t = await getTranslations('planEditor');
  const of = (severity: FindingView['severity']) =>
    findings.filter((one) => one.severity === severity && one.code !== 'blank_at_once');
  const groups = [
    { key: 'error', items: of('error') },
    { key: 'warning', items: of('warning') },
  ] as const;
  const notes = of('note');
  return (
    <>
      {groups.map(({ key, items }) => (
        <Panel key={key} title={t(`found.${key}`)} count={items.length}>
          <p className="mb-2 text-soft">
            {items.length > 0 ? t(`foundHint.${key}`) : t(`foundNone.${key}`)}
          </p>
          <FindingLinks draftId={draftId} findings={items} />
        </Panel>
      ))}
      {blanks.length > 0 && (
        <Panel title={t('blanks.title', { count: blanks.length })} flush>
          <p className="px-4 pt-3 text-soft">{t('blanks.hint')}</p>
          <BlanksList rules={blanks} scope={scope} />
        </Panel>
      )}
      {notes.length > 0 && (
        <Panel title={t('found.note')} count={notes.length}>
          <FindingLinks draftId={draftId} findings={notes} />
        </Panel>
      )}
    </>
  );
}

async function FindingLinks({
  draftId,
  findings,
}: {
  draftId: string;
  findings: readonly FindingView[];
}) {
  const t = await getTranslations('planEditor');
  if (findings.length === 0) return null;
  return (
    <ul className="divide-y divide-line">
      {findings.map((one) => (
        <li
          key={`${one.path} ${one.message}`}
          className="flex flex-wrap gap-x-4 gap-y-1 py-2 first:pt-0 last:pb-0"
        >
          <span className="min-w-0 grow basis-80">{one.message}</span>
          {!one.path.startsWith('norms') && (
            <Link
              href={hrefOfPath(draftId, one.path)}
              className="text-accent whitespace-nowrap hover:underline"
            >
              {t('goTo', { part: t(`part.${one.part}`) })}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}
