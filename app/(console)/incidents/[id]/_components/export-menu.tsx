import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { Menu, menuItemClass } from '@/components/ui/menu';
import { can } from '@/lib/access/policy';
import type { DocumentKind } from '@/lib/document/kinds';
import type { Making } from './sheet-initial';

const DOCUMENTS: readonly DocumentKind[] = [
  'report',
  'initial_report',
  'special_report',
  'assignment_sheet',
  'approval_sheet',
  'review_report',
];

/** 导出: documents with a preview, tables, and for those who may the timeline. */
export function ExportMenu({ page }: { page: Making }) {
  const t = useTranslations('documents');
  const { actor, view } = page;
  const { id } = view.state.incident;
  const may = (permission: 'document:export' | 'document:exportAssignment' | 'audit:export') =>
    can(actor, permission, view.target);
  const documents = may('document:export')
    ? DOCUMENTS
    : may('document:exportAssignment')
      ? (['assignment_sheet'] as const)
      : [];
  if (documents.length === 0 && !may('audit:export')) return null;
  const file = (format: string) => `/api/v1/incidents/${id}/export?format=${format}`;
  return (
    <Menu label={t('export')} summaryClass={buttonClass()}>
      {documents.map((kind) => (
        <Link
          key={kind}
          href={`/incidents/${id}/documents?kind=${kind}`}
          prefetch={false}
          className={menuItemClass}
        >
          {t(`kind.${kind}`)}
        </Link>
      ))}
      {documents.length > 1 && (
        <Link href={`/incidents/${id}/documents`} prefetch={false} className={menuItemClass}>
          {t('allKinds')}
        </Link>
      )}
      {may('document:export') && (
        <a href={file('xlsx')} download="" className={menuItemClass}>
          {t('tables')}
        </a>
      )}
      {may('audit:export') && (
        <a href={file('csv')} download="" className={menuItemClass}>
          {t('timelineCsv')}
        </a>
      )}
    </Menu>
  );
}
