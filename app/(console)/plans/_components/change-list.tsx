import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { ChangeWords } from '@/lib/plan/change-words';

export interface ShownChange extends ChangeWords {
  by?: string | null | undefined;
  href?: string | undefined;
}

/** Changes one per line: 正面回复 · 时限：12 小时 → 8 小时. */
export async function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  const t = await getTranslations('planVersions');
  if (changes.length === 0) return <p className="text-faint">{t('unchanged')}</p>;
  return (
    <ul className="space-y-1.5">
      {changes.map((one) => (
        <li key={`${one.path} ${one.kind}`}>
          <ChangeName change={one} />
          {one.field !== null && one.kind !== 'moved' && (
            <>
              {t('colon')}
              <del className="text-soft">
                <span className="sr-only">{t('before')} </span>
                {one.before ?? t('nothing')}
              </del>
              <span aria-hidden="true"> → </span>
              <ins className="font-medium no-underline">
                <span className="sr-only">{t('after')} </span>
                {one.after ?? t('nothing')}
              </ins>
            </>
          )}
          {one.by && <span className="ms-2 text-xs text-faint">{one.by}</span>}
        </li>
      ))}
    </ul>
  );
}

async function ChangeName({ change }: { change: ShownChange }) {
  const t = await getTranslations('planVersions');
  const { kind, element, field, href } = change;
  const name = [element, field].filter(Boolean).join(' · ');
  const text = kind === 'changed' || field !== null ? name : t(`kind.${kind}`, { name });
  const shown = kind === 'moved' ? t('kind.moved', { name }) : text;
  if (!href) return <span>{shown}</span>;
  return (
    <Link href={href} className="text-accent hover:underline">
      {shown}
    </Link>
  );
}
