'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Lane, TimeAxis } from '@/components/plan/time-axis';
import { hoursAt, placeOf } from '@/components/plan/time-scale';
import { Panel } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { formatMoment } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { TrialDeadlineView, TrialView } from '@/lib/plan/trial-view';
import type { FieldSet } from './fields';
import { Limits } from './limits';

const HOUR_MS = 3_600_000;
const STEPS = 1000;

interface Shown {
  trial: TrialView;
  fields: FieldSet;
  /** UTC. */
  discoveredAt: string;
  now: string;
}

/** Grade with its reasons, the limits along the hours, who hears of it and who approves. */
export function Outcome({ trial, fields, discoveredAt, now }: Shown) {
  const t = useTranslations('trial');
  const locale = toLocale(useLocale());
  const [place, setPlace] = useState(0);
  const hoursOf = (instant: string) => (Date.parse(instant) - Date.parse(discoveredAt)) / HOUR_MS;
  const maxHours = Math.max(24, ...trial.deadlines.map((one) => lastHour(one, hoursOf))) * 1.05;
  const atHours = place === 0 ? 0 : hoursAt(place, maxHours);
  const at = new Date(Date.parse(discoveredAt) + atHours * HOUR_MS).toISOString();
  const say = (instant: string) => formatMoment(instant, now, locale);
  const lanes = trial.deadlines.map((one): Lane => {
    const isLate = one.dueAt !== null && one.dueAt <= at;
    return {
      key: one.rule,
      label: one.title,
      due: dueWords(one, say, t),
      startHours: one.startedAt === null ? null : Math.max(0, hoursOf(one.startedAt)),
      dueHours: one.dueAt === null ? null : hoursOf(one.dueAt),
      tone: isLate ? 'late' : one.startedAt !== null && one.startedAt <= at ? 'open' : 'quiet',
      tells: one.escalation.map((step) => hoursOf(step.at)).filter((hours) => hours >= 0),
    };
  });
  return (
    <>
      <Grade trial={trial} fields={fields} />
      {trial.warnings.length > 0 && (
        <Notice tone="amber" title={t('warnings')}>
          <ul className="list-disc space-y-1 ps-5">
            {trial.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Panel title={t('hours')}>
        <label className="block">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="text-soft">{t('slider')}</span>
            <output className="text-lg font-medium tabular-nums">
              {t('atHour', { hours: hourWords(atHours, t), moment: say(at) })}
            </output>
          </span>
          <input
            type="range"
            min={0}
            max={STEPS}
            value={Math.round(place * STEPS)}
            aria-valuetext={t('atHour', { hours: hourWords(atHours, t), moment: say(at) })}
            onChange={(event) => setPlace(Number(event.target.value) / STEPS)}
            className="w-full accent-(--accent)"
          />
        </label>
        {lanes.length === 0 ? (
          <p className="text-soft">{t('noLimits')}</p>
        ) : (
          <TimeAxis
            lanes={lanes}
            maxHours={maxHours}
            atHours={placeOf(atHours, maxHours) === 0 ? 0 : atHours}
            markLabel={(hours) => hourWords(hours, t)}
          />
        )}
        <p className="mt-2 text-xs text-faint">{t('legend')}</p>
      </Panel>
      <Limits trial={trial} at={at} say={say} />
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Approvals trial={trial} />
        <Reporting trial={trial} />
      </div>
    </>
  );
}

type T = ReturnType<typeof useTranslations<'trial'>>;

function lastHour(
  { dueAt, escalation }: TrialDeadlineView,
  hoursOf: (at: string) => number,
): number {
  const last = escalation.at(-1)?.at ?? dueAt;
  return last ? hoursOf(last) : 0;
}

function dueWords(one: TrialDeadlineView, say: (at: string) => string, t: T): string {
  if (one.startedAt === null) return t('waitsFor', { start: t(`moment.${one.start}`) });
  if (one.dueAt === null) return one.originalWords ?? t('atOnce');
  return say(one.dueAt);
}

function hourWords(hours: number, t: T): string {
  if (hours >= 48) return t('days', { count: Math.round((hours / 24) * 10) / 10 });
  if (hours >= 1) return t('hoursCount', { count: Math.round(hours * 10) / 10 });
  return t('minutesCount', { count: Math.round(hours * 60) });
}

function Grade({ trial, fields }: Pick<Shown, 'trial' | 'fields'>) {
  const t = useTranslations('trial');
  const { grade, suggestedGrade, reasons, missing, commandedBy } = trial;
  if (fields.grades.length === 0) {
    return <Panel title={t('grade')}>{t('noLevels')}</Panel>;
  }
  const nameOf = (key: string) => fields.gradeNames[key] ?? key;
  return (
    <Panel title={t('grade')}>
      <p className="text-lg font-medium">
        {suggestedGrade ? t('suggests', { grade: nameOf(suggestedGrade) }) : t('suggestsNothing')}
      </p>
      {grade && grade !== suggestedGrade && <p>{t('runsOn', { grade: nameOf(grade) })}</p>}
      {reasons.length > 0 && <p>{t('because', { reasons: reasons.join(t('and')) })}</p>}
      {missing.length > 0 && (
        <p className="text-soft">{t('missing', { facts: missing.join(t('and')) })}</p>
      )}
      {commandedBy && <p className="text-soft">{t('commandedBy', { who: commandedBy })}</p>}
    </Panel>
  );
}

function Approvals({ trial }: Pick<Shown, 'trial'>) {
  const t = useTranslations('trial');
  const chains = trial.approvals.filter(
    (one, index, all) => all.findIndex((each) => each.chain === one.chain) === index,
  );
  return (
    <Panel title={t('approvals')}>
      {chains.length === 0 && <p className="text-soft">{t('noChains')}</p>}
      <ul className="space-y-3">
        {chains.map(({ chain, steps }) => (
          <li key={chain}>
            <p className="font-medium">{chain}</p>
            <p className="text-xs text-soft">
              {trial.approvals
                .filter((one) => one.chain === chain)
                .map((one) => t(`object.${one.object}`))
                .join(' · ')}
            </p>
            <ol className="list-decimal ps-5">
              {steps.map((step) => (
                <li key={step.label}>
                  {step.label}
                  {step.needed === 'majority' && (
                    <span className="text-soft"> · {t('majority')}</span>
                  )}
                  {step.outside && (
                    <span className="text-soft"> · {t('outside', { body: step.outside })}</span>
                  )}
                </li>
              ))}
            </ol>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reporting({ trial }: Pick<Shown, 'trial'>) {
  const t = useTranslations('trial');
  return (
    <Panel title={t('reporting')}>
      {trial.reporting.length === 0 && <p className="text-soft">{t('noReporting')}</p>}
      <ul className="list-disc space-y-1 ps-5">
        {trial.reporting.map((line) => (
          <li key={line.key}>
            {line.label}
            {line.simultaneous && <span className="text-soft"> · {t('simultaneous')}</span>}
          </li>
        ))}
      </ul>
      {trial.patrols.length > 0 && (
        <>
          <p className="mt-3 font-medium">{t('patrols')}</p>
          <ul className="list-disc ps-5">
            {trial.patrols.map((patrol) => (
              <li key={patrol.key}>{patrol.label}</li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
