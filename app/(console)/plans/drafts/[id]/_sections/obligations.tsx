'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { figureWords, filterWords, listed } from '@/lib/plan/in-words';
import type { Obligation, TimeRule } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import { type Fragment, IncludeParts } from '../_form/include-parts';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { useSpeech } from '../_form/use-speech';
import { RuleForm } from './rule-form';

/** 时限与义务: every rule on a row, its form in place. */
export function ObligationsSection({
  rules,
  originals,
  scope,
  findings,
  fragments,
  open,
}: {
  rules: readonly Obligation[];
  /** What the source says, for rules that come from one. */
  originals: Readonly<Record<string, TimeRule>>;
  scope: PlanScope;
  findings: FindingsByName;
  fragments: readonly Fragment[];
  open?: string | undefined;
}) {
  const t = useTranslations('planEditor');
  const taken = rules.map((one) => one.rule);
  return (
    <Panel title={t('part.obligations')} count={rules.length} flush>
      <ElementList
        open={open}
        addLabel={t('rule.add')}
        emptyText={t('rule.none')}
        items={rules.map((rule) => ({
          name: rule.rule,
          title: rule.title[scope.language],
          badges: <RuleBadges rule={rule} />,
          summary: <RuleSummary rule={rule} original={originals[rule.rule]} scope={scope} />,
          findings: findings[rule.rule],
        }))}
        renderForm={(name, close) => (
          <RuleForm
            rule={rules.find((one) => one.rule === name) ?? null}
            {...{ taken, scope, close }}
          />
        )}
      />
      <IncludeParts list="obligations" fragments={fragments} taken={taken} />
    </Panel>
  );
}

function RuleBadges({ rule }: { rule: Obligation }) {
  const t = useTranslations('planEditor');
  const isOwn = rule.source.document === 'own';
  return (
    <>
      {rule.amount === null && rule.clock === 'now' && <Badge tone="amber">{t('blank')}</Badge>}
      {rule.filledByUnit && <Badge tone="accent">{t('filled')}</Badge>}
      {rule.modifiedByUnit && !rule.filledByUnit && <Badge tone="accent">{t('modified')}</Badge>}
      {isOwn && <Badge tone="accent">{t('added')}</Badge>}
    </>
  );
}

function RuleSummary({
  rule,
  original,
  scope,
}: {
  rule: Obligation;
  original: TimeRule | undefined;
  scope: PlanScope;
}) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  const when = filterWords(rule.when, scope.named, speech);
  const figure = figureWords(rule, speech);
  const was = original && figureWords(original, speech);
  return (
    <>
      <p>
        <span className="font-medium text-ink tabular-nums">{figure}</span>
        {was && was !== figure && (
          <span className="ms-2 text-faint">
            {t('originally', {
              figure: rule.originalWords
                ? t('originalOf', { figure: was, words: rule.originalWords[speech.language] })
                : was,
            })}
          </span>
        )}
        <span>
          {' · '}
          {t('fromEvent', { event: speech.t(`start.${rule.start}`) })}
          {' · '}
          {speech.words(`role.${rule.owner}`)}
          {' → '}
          {rule.recipient?.[speech.language] ?? speech.t(`target.${rule.target}`)}
        </span>
      </p>
      {when.length > 0 && <p className="text-xs">{listed(speech, when)}</p>}
    </>
  );
}
