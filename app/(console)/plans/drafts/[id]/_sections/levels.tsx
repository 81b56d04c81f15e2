'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import { criterionText } from '@/lib/plan/criterion-text';
import { listed } from '@/lib/plan/in-words';
import type { Level, ResponsePlan } from '@/lib/plan/schema';
import { ElementList } from '../_form/element-list';
import type { FindingsByName, PlanScope } from '../_form/scope';
import { useSpeech } from '../_form/use-speech';
import { LevelForm } from './level-form';

interface Shown {
  scope: PlanScope;
  findings: FindingsByName;
  open?: string | undefined;
}

/** 等级与标准: the plan's levels, and those of its other scales. */
export function LevelsSection({
  levels,
  scales,
  ...shown
}: { levels: readonly Level[]; scales: ResponsePlan['scales'] } & Shown) {
  const t = useTranslations('planEditor');
  return (
    <>
      <LevelPanel title={t('part.levels')} levels={levels} {...shown} />
      {scales.map((scale) => (
        <LevelPanel
          key={scale.key}
          title={scale.label[shown.scope.language]}
          scale={scale.key}
          levels={scale.levels}
          {...shown}
        />
      ))}
    </>
  );
}

function LevelPanel({
  title,
  scale,
  levels,
  scope,
  findings,
  open,
}: { title: string; scale?: string; levels: readonly Level[] } & Shown) {
  const t = useTranslations('planEditor');
  const speech = useSpeech();
  const pathOf = (key: string) => (scale ? `${scale}.${key}` : key);
  const sorted = [...levels].sort((a, b) => b.rank - a.rank);
  const own = open?.startsWith(`${scale}.`) ? open.slice(`${scale}.`.length) : open;
  return (
    <Panel title={title} count={levels.length} flush>
      <ElementList
        open={levels.some((one) => one.key === own) ? own : undefined}
        addLabel={t('level.add')}
        emptyText={t('level.empty')}
        items={sorted.map((level) => ({
          name: level.key,
          title: level.label[scope.language],
          badges: level.modifiedByUnit && <Badge tone="accent">{t('modified')}</Badge>,
          summary: (
            <>
              <p>
                {level.criteria ? criterionText(level.criteria)[scope.language] : t('byPerson')}
              </p>
              <p className="text-xs">
                {t('level.decidedBy', {
                  roles: listed(
                    speech,
                    level.deciders.map((role) => speech.words(`role.${role}`)),
                  ),
                })}
              </p>
            </>
          ),
          findings: findings[pathOf(level.key)],
        }))}
        renderForm={(name, close) => (
          <LevelForm
            level={levels.find((one) => one.key === name) ?? null}
            {...{ levels, scale, scope, close }}
          />
        )}
      />
    </Panel>
  );
}
