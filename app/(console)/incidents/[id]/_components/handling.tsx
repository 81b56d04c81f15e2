import { useTranslations } from 'next-intl';
import { Section } from '@/components/ui/layout';
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
            <Entry
              key={one.id}
              title={unitOf(one.unitId) ?? t('measure')}
              by={nameOf(one.recordedBy)}
              at={one.takenAt}
              now={view.now}
            >
              {one.content}
            </Entry>
          ))}
        </EntryList>
      </div>
    </Section>
  );
}
