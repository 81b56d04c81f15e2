import { useTranslations } from 'next-intl';
import { type DiffPart, DiffText } from './diff-text';

/** Two versions of a text in one: additions underlined, deletions struck. */
export function Diff({ parts }: { parts: readonly DiffPart[] }) {
  const t = useTranslations('ui');
  return <DiffText parts={parts} added={t('diff.added')} removed={t('diff.removed')} />;
}
