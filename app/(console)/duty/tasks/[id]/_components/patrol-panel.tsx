import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { SecrecyLine } from '@/components/incident/secrecy-line';
import { Badge } from '@/components/ui/badge';
import { LinkButton } from '@/components/ui/button';
import { RadioGroup } from '@/components/ui/choices';
import { Input } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Actor } from '@/lib/incident/context';
import { listSources, type TaskView } from '@/lib/shift/server';
import { TaskForm } from '../../../_components/task-form';
import { patrolAction, zeroAction } from '../../../actions';

/** 巡查: the checklist of sources, or a zero report in one tap; afterwards what was found. */
export async function PatrolPanel({ view, actor }: { view: TaskView; actor: Actor }) {
  const t = await getTranslations('shift');
  const { task, may } = view;
  if (task.doneAt) return <Results view={view} />;
  if (!may.file) return <Panel title={t('checklist')}>{t('notYet')}</Panel>;
  const sources = await listSources(actor);
  return (
    <>
      <Panel title={t('zeroTitle')}>
        <p className="mb-3 text-soft">{t('zeroPatrolHint')}</p>
        <TaskForm
          action={zeroAction}
          taskId={task.id}
          from="task"
          variant="primary"
          label={t('zero')}
        />
      </Panel>
      <Panel title={t('checklist')}>
        <form action={patrolAction} className="space-y-4">
          <input type="hidden" name="taskId" value={task.id} />
          {sources.map(({ id, name, platform, url }) => (
            <div key={id} className="border-b border-line pb-3">
              <RadioGroup
                name={`result-${id}`}
                label={[name, platform].join(' · ')}
                defaultValue="nothing"
                inline
                options={[
                  { value: 'nothing', label: t('result.nothing') },
                  { value: 'found', label: t('result.found') },
                  { value: 'unreachable', label: t('result.unreachable') },
                ]}
              />
              <div className="mt-2 flex flex-wrap items-end gap-3">
                <Input
                  name={`note-${id}`}
                  label={t('seen', { source: name })}
                  className="grow"
                  maxLength={500}
                />
                {url && (
                  <a
                    href={url}
                    target="_blank"
                    rel="noreferrer"
                    className="py-2 text-accent hover:underline"
                  >
                    {t('openSource', { source: name })}
                  </a>
                )}
              </div>
            </div>
          ))}
          <Input name="note" label={t('elsewhere')} hint={t('elsewhereHint')} maxLength={500} />
          <SecrecyLine />
          <SubmitButton variant="primary">{t('filePatrol')}</SubmitButton>
        </form>
      </Panel>
    </>
  );
}

async function Results({ view: { results, isOwn } }: { view: TaskView }) {
  const t = await getTranslations('shift');
  return (
    <Panel title={t('results')}>
      {results.length === 0 && <EmptyState title={t('noSources')}>{t('noSourcesHint')}</EmptyState>}
      <ul className="space-y-3">
        {results.map(({ id, sourceName, result, note, incidents }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{sourceName || t('other')}</span>
            <Badge tone={result === 'found' ? 'amber' : undefined}>{t(`result.${result}`)}</Badge>
            {note && <span className="basis-full whitespace-pre-line">{note}</span>}
            {incidents.map((one) => (
              <Link
                key={one.id}
                href={`/incidents/${one.id}`}
                className="text-accent hover:underline"
              >
                {one.number}
              </Link>
            ))}
            {result === 'found' && incidents.length === 0 && isOwn && (
              <LinkButton size="sm" href={`/incidents/new?origin=finding-${id}`}>
                {t('logIncident')}
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
