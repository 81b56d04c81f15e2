import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Panel } from '@/components/ui/layout';
import { MATTER_AUTHORITIES } from '@/lib/incident/keys';
import type { Making } from './sheet-initial';

/** The matter itself can be reported at every moment: one press chooses whom, one sends it (guard 3). */
export function ReportMatter({ page }: { page: Making }) {
  const t = useTranslations('guards');
  if (!page.may('reportMatter')) return null;
  return (
    <Panel title={t('matter.title')} id="report-matter">
      <p className="mb-2 text-xs text-faint">{t('matter.lead')}</p>
      <div className="flex flex-wrap gap-2">
        {MATTER_AUTHORITIES.map((authority) => (
          <CommandButton key={authority} command="reportMatter" preset={{ authority }} size="sm">
            {t(`authority.${authority}`)}
          </CommandButton>
        ))}
      </div>
    </Panel>
  );
}
