import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { MeasureRow } from '@/lib/incident/model';
import { AssignmentEntry } from './assignment-entry';
import { Entry, EntryList } from './entry';
import type { Making } from './sheet-initial';
import { hasBegun, isPast } from './stage-order';

/** Orders to units with their feedback, and what was done about the matter. */
export function Handling({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, nameOf, unitOf } = page;
  const { assignments, measures, incident } = view.state;
  const settled = assignments.filter((one) => one.state === 'settled').length;
  return (
    <Section
      id="handling"
      title={t('section.handling')}
      open={
        (assignments.length > 0 || hasBegun(incident.stage, 'graded')) &&
        !isPast(incident.stage, 'responding')
      }
      summary={
        assignments.length === 0
          ? t('noAssignments')
          : t('assignmentCount', { count: assignments.length, settled, measures: measures.length })
      }
    >
      <div className="space-y-5">
        {assignments.length === 0 && <p className="text-faint">{t('noAssignments')}</p>}
        <EntryList title={t('assignments')} count={assignments.length}>
          {assignments.map((one) => (
            <AssignmentEntry key={one.id} page={page} one={one} />
          ))}
        </EntryList>
        <EntryList title={t('measures')} count={measures.length}>
          {measures.map((one) => (
            <Measure key={one.id} measure={one} page={page} />
          ))}
        </EntryList>
      </div>
    </Section>
  );
}

/** What was done, or is to be done by a date and waits to be recorded as done. */
function Measure({ measure, page }: { measure: MeasureRow; page: Making }) {
  const t = useTranslations('incident');
  const { view, nameOf, unitOf } = page;
  const { takenAt, dueAt } = measure;
  const isPlanned = takenAt === null && dueAt !== null;
  const isOverdue = isPlanned && dueAt < view.now;
  return (
    <Entry
      title={unitOf(measure.unitId) ?? t('measure')}
      by={nameOf(measure.recordedBy)}
      at={takenAt ?? measure.recordedAt}
      now={view.now}
      marks={isPlanned && <Badge tone={isOverdue ? 'red' : 'amber'}>{t('measurePlanned')}</Badge>}
      actions={
        isPlanned && page.may('recordMeasure') ? (
          <CommandButton
            command="recordMeasure"
            preset={{
              plannedId: measure.id,
              content: measure.content ?? '',
              unitId: measure.unitId ?? '',
            }}
            size="sm"
          >
            {t('measureDone')}
          </CommandButton>
        ) : null
      }
    >
      {measure.content}
      {dueAt && (
        <p className={isOverdue ? 'text-xs text-red' : 'text-xs text-faint'}>
          {t('measurePlannedFor')} <Time at={dueAt} now={view.now} />
          {isOverdue && ` · ${t('measureOverdue')}`}
        </p>
      )}
    </Entry>
  );
}
