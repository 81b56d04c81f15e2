import { getTranslations } from 'next-intl/server';
import { Input, Select, Textarea } from '@/components/ui/inputs';
import type { AcknowledgementRow } from '@/lib/wording/server';
import { proposeAction } from '../actions';
import { KeptForm } from './kept-form';
import { keptTexts } from './kept-texts';

/** Puts a text to the leader: a new one, or one that replaces another once it is agreed to. */
export async function ProposeForm({ inForce }: { inForce: readonly AcknowledgementRow[] }) {
  const t = await getTranslations('workshop');
  return (
    <KeptForm
      action={proposeAction}
      texts={await keptTexts('propose', 'proposedDone')}
      className="grid items-start gap-3 sm:grid-cols-2 lg:grid-cols-3"
      submitClass="col-span-full"
    >
      <Input
        name="name"
        label={t('agreedName')}
        hint={t('agreedNameHint')}
        required
        maxLength={40}
      />
      <Select
        name="key"
        label={t('replaces')}
        hint={t('replacesHint')}
        placeholder={t('replacesNone')}
        options={inForce.map(({ key, name }) => ({ value: key, label: name ?? key }))}
      />
      <Input name="validUntil" type="date" label={t('validUntil')} hint={t('validHint')} required />
      <Textarea
        name="text"
        label={t('agreedText')}
        hint={t('agreedTextHint')}
        required
        maxLength={500}
        rows={3}
        className="col-span-full"
      />
    </KeptForm>
  );
}
