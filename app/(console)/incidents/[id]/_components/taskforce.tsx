import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import type { FormCommand } from '@/components/incident/form-types';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { PersonLine } from '@/components/ui/person-line';
import { Time } from '@/components/ui/time';
import type { TaskforceRow } from '@/lib/incident/model';
import type { Making } from './sheet-initial';

const COMMANDS: readonly FormCommand[] = ['formTaskforce', 'changeTaskforce', 'dissolveTaskforce'];

/** 专班: who works on this incident together, on what. */
export function Taskforce({ page }: { page: Making }) {
  const t = useTranslations('taskforce');
  const commands = useTranslations('commands');
  const { taskforces } = page.view.state;
  const offered = COMMANDS.filter((type) => page.may(type));
  if (taskforces.length === 0 && offered.length === 0) return null;
  const standing = taskforces.find((one) => !one.dissolvedAt);
  return (
    <Section
      id="taskforce"
      title={t('title')}
      open={standing !== undefined}
      summary={standing ? t('people', { count: standing.members.length }) : t('none')}
    >
      <div className="space-y-5">
        {taskforces.map((one) => (
          <One key={one.id} one={one} page={page} />
        ))}
        <div className="flex flex-wrap gap-2">
          {offered.map((type) => (
            <CommandButton key={type} command={type} size="sm">
              {commands(`label.${type}`)}
            </CommandButton>
          ))}
        </div>
      </div>
    </Section>
  );
}

function One({ one, page }: { one: TaskforceRow; page: Making }) {
  const t = useTranslations('taskforce');
  const { names, nameOf, view } = page;
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {one.name ?? '—'}
        {one.dissolvedAt && <Badge>{t('dissolved')}</Badge>}
        <span className="font-normal text-faint text-xs">
          {t('formed', { name: nameOf(one.formedBy) })} <Time at={one.formedAt} now={view.now} />
        </span>
      </p>
      <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
        {one.members.map(({ personId, duty }) => (
          <li key={personId}>
            <PersonLine
              name={nameOf(personId)}
              role={t(`duty.${duty}`)}
              unit={names.get(personId)?.unitName ?? ''}
              phone={names.get(personId)?.phone ?? null}
            />
          </li>
        ))}
      </ul>
      {one.tasks && one.tasks.length > 0 && (
        <ol className="list-decimal space-y-1 pl-5">
          {one.tasks.map((task) => (
            <li key={task}>{task}</li>
          ))}
        </ol>
      )}
      {one.dissolveReason && <p className="text-soft">{one.dissolveReason}</p>}
    </div>
  );
}
