import { getTranslations } from 'next-intl/server';
import { Table } from '@/components/ui/table';
import type { ChangeWords } from '@/lib/plan/change-words';

/** Changes side by side: what, before, after. */
export async function ChangeTable({
  changes,
  before,
  after,
}: {
  changes: readonly ChangeWords[];
  /** What the two sides are called: `v3`, `草稿`. */
  before: string;
  after: string;
}) {
  const t = await getTranslations('planVersions');
  if (changes.length === 0) return <p className="p-4 text-faint">{t('noChanges')}</p>;
  return (
    <Table
      stacked
      caption={t('sideBySide')}
      columns={[
        { label: t('place'), className: 'w-1/4' },
        { label: before, className: 'w-3/8' },
        { label: after, className: 'w-3/8' },
      ]}
    >
      {changes.map((one) => {
        const isWhole = one.field === null;
        const was = isWhole
          ? one.kind === 'removed'
            ? (one.before ?? t('present'))
            : null
          : one.before;
        const is = isWhole
          ? one.kind === 'added'
            ? (one.after ?? t('present'))
            : null
          : one.after;
        return (
          <tr key={`${one.path} ${one.kind}`}>
            <td>
              <div>
                <p className="font-medium">{one.element ?? one.field}</p>
                {one.element && one.field && <p className="text-soft">{one.field}</p>}
                {one.kind !== 'changed' && (
                  <p className="text-xs text-faint">{t(`kindShort.${one.kind}`)}</p>
                )}
              </div>
            </td>
            <td data-label={before}>
              {was ? (
                <del className="bg-red-pale box-decoration-clone px-0.5 no-underline">{was}</del>
              ) : (
                t('nothing')
              )}
            </td>
            <td data-label={after}>
              {is ? (
                <ins className="bg-green-pale box-decoration-clone px-0.5 no-underline">{is}</ins>
              ) : (
                t('nothing')
              )}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
