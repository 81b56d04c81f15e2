'use client';

import { useTranslations } from 'next-intl';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/layout';
import type { TrialDeadlineView, TrialView } from '@/lib/plan/trial-view';

interface Shown {
  trial: TrialView;
  /** Where the slider stands, UTC. */
  at: string;
  say: (instant: string) => string;
}

/** Every limit as it would stand at the hour of the slider, with why and who has been told. */
export function Limits({ trial, at, say }: Shown) {
  const t = useTranslations('trial');
  return (
    <Panel title={t('limits')} count={trial.deadlines.length}>
      <ul className="divide-y divide-line">
        {trial.deadlines.map((one) => (
          <li key={one.rule} className="py-2 first:pt-0 last:pb-0">
            <Limit deadline={one} at={at} say={say} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Limit({ deadline, at, say }: { deadline: TrialDeadlineView } & Omit<Shown, 'trial'>) {
  const t = useTranslations('trial');
  const told = deadline.escalation.filter((step) => step.at <= at);
  const people = [...new Set(told.flatMap((step) => step.to))].map((to) => t(`tells.${to}`));
  const next = deadline.escalation.find((step) => step.at > at);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          <span className="font-medium">{deadline.title}</span>{' '}
          <span className="text-soft">
            {t(`target.${deadline.target}`)}
            {deadline.recipient && ` · ${deadline.recipient}`} · {t(`owner.${deadline.owner}`)}
          </span>
        </p>
        <State deadline={deadline} at={at} say={say} />
      </div>
      {people.length > 0 && (
        <p>{t('told', { people: people.join(t('comma')), count: told.length })}</p>
      )}
      {next && deadline.startedAt && (
        <p className="text-soft">
          {t('nextTold', {
            moment: say(next.at),
            people: next.to.map((to) => t(`tells.${to}`)).join(t('comma')),
          })}
        </p>
      )}
      <details className="mt-1 text-soft">
        <summary className="cursor-pointer text-accent">{t('why')}</summary>
        <ol className="list-decimal ps-5">
          {deadline.explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <p className="text-xs text-faint">{t('source', { source: deadline.source })}</p>
      </details>
    </>
  );
}

function State({ deadline, at, say }: { deadline: TrialDeadlineView } & Omit<Shown, 'trial'>) {
  const t = useTranslations('trial');
  const { startedAt, dueAt, originalWords } = deadline;
  if (startedAt === null) {
    return <Badge>{t('waitsFor', { start: t(`moment.${deadline.start}`) })}</Badge>;
  }
  if (dueAt === null) return <Badge tone="amber">{originalWords ?? t('atOnce')}</Badge>;
  if (dueAt <= at) return <Badge tone="red">{t('lateSince', { moment: say(dueAt) })}</Badge>;
  return <span className="tabular-nums">{t('dueAt', { moment: say(dueAt) })}</span>;
}
