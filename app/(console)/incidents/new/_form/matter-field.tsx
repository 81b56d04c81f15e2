'use client';

import { useTranslations } from 'next-intl';
import { buttonClass } from '@/components/ui/button';
import { MATTER_AUTHORITIES } from '@/lib/incident/keys';
import type { FormPart } from './quick-log';

/** The matter itself reported as it is logged: one press chooses whom, logging records it (guard 3). */
export function MatterField({ part: { draft, set } }: { part: FormPart }) {
  const t = useTranslations('guards');
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-soft">{t('matter.choose')}</legend>
      <div className="flex flex-wrap gap-2">
        {MATTER_AUTHORITIES.map((authority) => {
          const isChosen = draft.matter === authority;
          return (
            <button
              key={authority}
              type="button"
              aria-pressed={isChosen}
              onClick={() => set('matter', isChosen ? '' : authority)}
              className={buttonClass({ size: 'sm', variant: isChosen ? 'primary' : 'secondary' })}
            >
              {t(`authority.${authority}`)}
            </button>
          );
        })}
      </div>
      {draft.matter && (
        <p role="status" className="mt-1 text-xs text-soft">
          {t('matter.chosen')}
        </p>
      )}
    </fieldset>
  );
}
