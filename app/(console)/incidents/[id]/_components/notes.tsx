import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Entry, EntryList } from './entry';
import type { Making } from './sheet-initial';

/** Notes and corrections. */
export function Notes({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf } = page;
  const { notes, recusals } = view.state;
  const total = notes.length + recusals.length;
  return (
    <Section
      id="notes"
      title={t('section.notes')}
      open={total > 0 && total < 6}
      summary={t('noteCount', { notes: notes.length })}
    >
      <div className="space-y-5">
        {total === 0 && <p className="text-faint">{t('noNotes')}</p>}
        <EntryList title={t('notes')} count={notes.length}>
          {notes.map((one) => (
            <Entry
              key={one.id}
              title={t(`noteKind.${one.kind}`)}
              by={nameOf(one.writtenBy)}
              at={one.writtenAt}
              now={view.now}
              marks={
                one.correctsSeq !== null && (
                  <Badge>{t('correctsLine', { seq: one.correctsSeq })}</Badge>
                )
              }
            >
              {one.content}
            </Entry>
          ))}
        </EntryList>
        <EntryList title={t('recusals')} count={recusals.length}>
          {recusals.map((one) => (
            <Entry key={one.id} title={nameOf(one.personId)} at={one.declaredAt} now={view.now}>
              {one.reason}
            </Entry>
          ))}
        </EntryList>
        {page.may('note') && (
          <CommandButton command="note" size="sm">
            {commands('label.note')}
          </CommandButton>
        )}
      </div>
    </Section>
  );
}
