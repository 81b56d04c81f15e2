'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import type { PlanEdit } from '@/lib/plan/edit';
import { filterWords, listed } from '@/lib/plan/in-words';
import type { ApprovalChain } from '@/lib/plan/schema';
import { useDraft } from '../_form/draft-context';
import { ElementList } from '../_form/element-list';
import { type Fragment, IncludeParts } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { useSpeech } from '../_form/use-speech';
import { ChainForm } from './chain-form';

/** 审批流程: for each text and level the first chain that fits is used, so order matters. */
export function ChainsSection({
  chains,
  scope,
  findings,
  fragments,
  open,
}: {
  chains: readonly ApprovalChain[];
  scope: PlanScope;
  findings: FindingsByName;
  fragments: readonly Fragment[];
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  const { save } = useDraft();
  const { language } = scope;
  const move = (name: string, to: number) => {
    const edit: PlanEdit = { do: 'move', list: 'chains', name, to };
    return save(edit);
  };
  return (
    <Panel title={t('part.chains')} count={chains.length} flush>
      <p className="px-4 pt-3 text-faint">{t('chain.orderHint')}</p>
      <ElementList
        open={open}
        addLabel={t('chain.add')}
        emptyText={t('chain.none')}
        onMove={move}
        items={chains.map((chain) => ({
          name: chain.key,
          title: chain.label[language],
          badges: chain.modifiedByUnit && <Badge tone="accent">{t('modified')}</Badge>,
          summary: (
            <>
              <p className="text-ink">
                {chain.steps.map((step) => step.label[language]).join(' → ')}
              </p>
              <p className="text-xs">
                {listed(speech, [
                  ...chain.objects.map((object) => speech.t(`object.${object}`)),
                  ...filterWords(
                    { grades: chain.grades, categories: chain.categories },
                    scope.named,
                    speech,
                  ),
                ])}
              </p>
            </>
          ),
          findings: findings[chain.key],
        }))}
        renderForm={(name, close) => (
          <ChainForm
            chain={chains.find((one) => one.key === name) ?? null}
            taken={chains.map((one) => one.key)}
            {...{ scope, close }}
          />
        )}
      />
      <IncludeParts list="chains" fragments={fragments} taken={chains.map((one) => one.key)} />
    </Panel>
  );
}
