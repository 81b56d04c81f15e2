import { getTranslations } from 'next-intl/server';
import { Badge } from '@/components/ui/badge';
import { Input, Select } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { EmptyState } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { Table } from '@/components/ui/table';
import { Time } from '@/components/ui/time';
import { PHRASE_MAX, WORD_WEIGHTS } from '@/lib/wording/listed-words';
import type { ListedWordRow } from '@/lib/wording/server';
import { addWordAction, removeWordAction } from '../actions';
import { Fold } from './fold';
import { KeptForm } from './kept-form';
import { keptTexts } from './kept-texts';

/** 用词清单: what the institution does not want said, why, and what to say instead. */
export async function WordList({
  words,
  mayChange,
  now,
}: {
  words: readonly ListedWordRow[];
  mayChange: boolean;
  now: string;
}) {
  const t = await getTranslations('workshop');
  return (
    <Panel title={t('words')} count={words.length} flush>
      <div className="space-y-3 border-b border-line p-4">
        <p className="max-w-prose text-soft">{t('wordsLead')}</p>
        {mayChange && (
          <Fold label={t('addOne')}>
            <WordForm />
          </Fold>
        )}
      </div>
      {words.length === 0 ? (
        <EmptyState title={t('noWords')}>{t('noWordsHint')}</EmptyState>
      ) : (
        <Table
          stacked
          caption={t('words')}
          columns={[
            { label: t('phrase') },
            { label: t('weight') },
            { label: t('why') },
            { label: t('instead') },
            { label: t('added') },
            { label: t('acts'), quiet: true },
          ]}
        >
          {words.map(({ id, phrase, weight, why, instead, addedBy, addedAt }) => (
            <tr key={id}>
              <td className="font-medium">{phrase}</td>
              <td data-label={t('weight')}>
                <Badge tone={weight === 'refuse' ? 'red' : 'amber'}>{t(`weights.${weight}`)}</Badge>
              </td>
              <td data-label={t('why')}>{why}</td>
              <td data-label={t('instead')}>{instead ?? '—'}</td>
              <td data-label={t('added')} className="text-soft">
                {addedBy} <Time at={addedAt} now={now} show="date" />
              </td>
              <td data-align="end">
                {mayChange && (
                  <form action={removeWordAction}>
                    <input type="hidden" name="wordId" value={id} />
                    <SubmitButton
                      size="sm"
                      variant="quiet"
                      aria-label={t('removeNamed', { phrase })}
                    >
                      {t('remove')}
                    </SubmitButton>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}

async function WordForm() {
  const t = await getTranslations('workshop');
  return (
    <KeptForm
      action={addWordAction}
      texts={await keptTexts('add', 'addedDone')}
      className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_9rem_1.5fr_1.5fr_auto]"
      submitClass="lg:mt-6.5"
    >
      <Input
        name="phrase"
        label={t('phrase')}
        hint={t('phraseHint')}
        required
        minLength={2}
        maxLength={PHRASE_MAX}
      />
      <Select
        name="weight"
        label={t('weight')}
        required
        defaultValue="warn"
        options={WORD_WEIGHTS.map((value) => ({ value, label: t(`weights.${value}`) }))}
      />
      <Input name="why" label={t('why')} required maxLength={200} />
      <Input name="instead" label={t('instead')} maxLength={200} />
    </KeptForm>
  );
}
