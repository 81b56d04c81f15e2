import { useTranslations } from 'next-intl';
import { classNames } from './class-names';
import { type RailStage, railStages } from './stages';
import { Time } from './time';

type RailState = 'done' | 'current' | 'pending';

const nodes: Record<RailState, string> = {
  done: 'border-accent bg-accent text-accent-ink',
  current: 'border-accent bg-paper text-accent ring-4 ring-accent-pale',
  pending: 'border-control bg-paper text-faint',
};

/** Where each of the six stands; after the sixth (closed, archived) all are done. */
function railState(index: number, current: string): RailState {
  const at = railStages.indexOf(current as RailStage);
  if (at < 0) return current === 'dismissed' ? 'pending' : 'done';
  return index < at ? 'done' : index === at ? 'current' : 'pending';
}

/**
 * The six stages of an incident with the instant each was reached and what is missing for the
 * next. Stands upright on a phone, where finished and coming stages take one line each.
 */
export function StageRail({
  current,
  reachedAt,
  missing = [],
  names = {},
  now,
}: {
  /** Any stage of an incident, also closed, archived and dismissed. */
  current: string;
  /** Instants by stage, ISO UTC. */
  reachedAt: Partial<Record<string, string>>;
  /** Facts still missing for the next stage, as sentences. */
  missing?: readonly string[] | undefined;
  /** Names of stages that go by another in this incident's plan. */
  names?: Partial<Record<RailStage, string>> | undefined;
  now: string;
}) {
  const t = useTranslations('ui');
  const words = useTranslations('words');
  return (
    <ol aria-label={t('stages.label')} className="flex max-md:flex-col">
      {railStages.map((stage, index) => {
        const state = railState(index, current);
        const at = reachedAt[stage];
        return (
          <li
            key={stage}
            aria-current={state === 'current' ? 'step' : undefined}
            className="group relative flex min-w-0 gap-3 max-md:pb-3 max-md:last:pb-0 md:flex-1 md:flex-col md:gap-2 md:pe-3"
          >
            <span
              aria-hidden="true"
              className={classNames(
                'absolute group-last:hidden max-md:top-5 max-md:bottom-0 max-md:start-2.5 max-md:w-px md:start-5 md:end-0 md:top-2.5 md:h-px',
                state === 'done' ? 'bg-accent' : 'bg-line',
              )}
            />
            <StageNode state={state} position={index + 1} />
            <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 md:block">
              <p className={state === 'pending' ? 'text-faint' : 'font-medium'}>
                {names[stage] ?? words(`stage.${stage}`)}
                <span className="sr-only"> {t(`stages.${state}`)}</span>
              </p>
              {at && (
                <p className="text-xs text-faint">
                  <Time at={at} now={now} />
                </p>
              )}
              {state === 'current' && missing.length > 0 && (
                <Missing label={t('stages.missing')} facts={missing} />
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

function StageNode({ state, position }: { state: RailState; position: number }) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        'relative flex size-5 shrink-0 items-center justify-center rounded-full border text-xs leading-none font-medium tabular-nums',
        nodes[state],
      )}
    >
      {state === 'done' ? (
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="size-3 fill-none stroke-current stroke-2"
        >
          <path d="m2.5 6.5 2.5 2.5 4.5-5.5" />
        </svg>
      ) : (
        position
      )}
    </span>
  );
}

function Missing({ label, facts }: { label: string; facts: readonly string[] }) {
  return (
    <div className="mt-1 basis-full text-xs text-amber">
      <span className="font-medium">{label}</span>
      <ul className="list-disc ps-4">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
