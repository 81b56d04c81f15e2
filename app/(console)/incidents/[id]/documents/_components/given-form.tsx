import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Input, Select, Textarea } from '@/components/ui/inputs';
import { Panel } from '@/components/ui/layout';
import { type DocumentKind, GIVEN_FIELDS } from '@/lib/document/kinds';

const LENGTHS: Record<string, number> = {
  number: 60,
  issue: 20,
  addressee: 60,
  copies: 120,
  needs: 200,
};
const HINTED: readonly string[] = ['number', 'issue', 'signer', 'date'];

/** What no record holds and the office gives: numbers, addressees, signer. Nothing is made up. */
export function GivenForm({
  kind,
  refs,
  current,
  given,
}: {
  kind: DocumentKind;
  refs: readonly { value: string; label: string }[];
  current: string | null;
  given: Readonly<Record<string, string>>;
}) {
  const t = useTranslations('documents');
  return (
    <Panel title={t('given')}>
      <form method="get" className="space-y-3">
        <input type="hidden" name="kind" value={kind} />
        {refs.length > 0 && (
          <Select
            name="ref"
            label={t('field.ref')}
            options={refs}
            defaultValue={current ?? refs[0]?.value}
          />
        )}
        {GIVEN_FIELDS[kind].map((name) => {
          const hint = HINTED.includes(name) ? t(`hint.${name}`) : undefined;
          const common = { name, label: t(`field.${name}`), hint, defaultValue: given[name] ?? '' };
          if (name === 'needs') return <Textarea key={name} {...common} rows={3} maxLength={200} />;
          if (name === 'date') return <Input key={name} {...common} type="date" />;
          if (name === 'urgency') {
            return (
              <Select
                key={name}
                {...common}
                options={[
                  { value: '', label: t('urgency.none') },
                  { value: '加急', label: t('urgency.urgent') },
                  { value: '特急', label: t('urgency.very_urgent') },
                ]}
              />
            );
          }
          return <Input key={name} {...common} maxLength={LENGTHS[name] ?? 30} />;
        })}
        <Select
          name="fonts"
          label={t('field.fonts')}
          defaultValue={given.fonts ?? 'standard'}
          options={[
            { value: 'standard', label: t('fonts.standard') },
            { value: 'gb2312', label: t('fonts.gb2312') },
          ]}
        />
        <Button type="submit" className="w-full">
          {t('preview')}
        </Button>
      </form>
    </Panel>
  );
}
