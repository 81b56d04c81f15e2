import { useLocale, useTranslations } from 'next-intl';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { PlanPart, ResponsePlan } from '@/lib/plan/schema';
import { SourceLine } from './source-line';

type Shared = Pick<
  ResponsePlan & PlanPart,
  | 'stages'
  | 'roles'
  | 'documents'
  | 'mechanisms'
  | 'reporting'
  | 'categories'
  | 'patrols'
  | 'flags'
  | 'dropped'
>;

const useLanguage = () => (toLocale(useLocale()) === 'en' ? 'en' : 'zh');

/** The parts of a plan that are lists of words with their sources; empty ones are left out. */
export function PlainLists({ plan }: { plan: Shared }) {
  return (
    <>
      <Stages stages={plan.stages} />
      <Roles roles={plan.roles} />
      <Reporting lines={plan.reporting} />
      <Categories categories={plan.categories} />
      <Patrols patrols={plan.patrols} />
      <Mechanisms mechanisms={plan.mechanisms} />
      <Documents documents={plan.documents} />
      <Flags flags={plan.flags} />
      <Dropped dropped={plan.dropped} />
    </>
  );
}

function Stages({ stages }: Pick<Shared, 'stages'>) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const language = useLanguage();
  const locale = toLocale(useLocale());
  if (stages.length === 0) return null;
  return (
    <Panel title={t('stages')} count={stages.length}>
      <ol className="list-decimal space-y-1 ps-5">
        {stages.map(({ label, maps }) => (
          <li key={label.zh}>
            {label[language]}
            {maps.length > 0 && (
              <span className="text-soft">
                {' '}
                ·{' '}
                {joinWords(
                  maps.map((stage) => words(`stage.${stage}`)),
                  locale,
                )}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Roles({ roles }: Pick<Shared, 'roles'>) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const language = useLanguage();
  if (roles.length === 0) return null;
  return (
    <Panel title={t('roles')} count={roles.length}>
      <ul className="space-y-1">
        {roles.map(({ role, label, duties }) => (
          <li key={`${role}-${label.zh}`}>
            <span className="font-medium">{label[language]}</span>
            <span className="text-soft"> · {t('roleIs', { role: words(`role.${role}`) })}</span>
            {duties && <span className="block text-soft">{duties[language]}</span>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Reporting({ lines }: { lines: Shared['reporting'] }) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (lines.length === 0) return null;
  return (
    <Panel title={t('reporting')} count={lines.length}>
      <ul className="space-y-2">
        {lines.map((line) => (
          <li key={line.key}>
            {line.label[language]}
            <span className="block text-xs text-faint">
              {line.simultaneous && `${t('simultaneous')} · `}
              <SourceLine source={line.source} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Categories({ categories }: Pick<Shared, 'categories'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (categories.length === 0) return null;
  return (
    <Panel title={t('categories')} count={categories.length}>
      <DefinitionList
        items={categories.map((one) => ({
          key: one.key,
          term: one.label[language],
          value: one.handling[language],
        }))}
      />
    </Panel>
  );
}

function Patrols({ patrols }: Pick<Shared, 'patrols'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (patrols.length === 0) return null;
  return (
    <Panel title={t('patrols')} count={patrols.length}>
      <ul className="space-y-1">
        {patrols.map((one) => (
          <li key={one.key}>
            {one.label[language]}
            {one.at.length > 0 && <span className="text-soft"> · {one.at.join(' · ')}</span>}{' '}
            <span className="text-xs text-faint">
              <SourceLine source={one.source} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Mechanisms({ mechanisms }: Pick<Shared, 'mechanisms'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (mechanisms.length === 0) return null;
  return (
    <Panel title={t('mechanisms')} count={mechanisms.length}>
      <ul className="space-y-2">
        {mechanisms.map((one) => (
          <li key={one.key}>
            <span className="font-medium">{t(`mechanism.${one.kind}`)}</span>：{one.label[language]}
            {one.kind === 'checklist' && (
              <ul className="list-disc ps-5 text-soft">
                {one.items.map((item) => (
                  <li key={item.zh}>{item[language]}</li>
                ))}
              </ul>
            )}
            <span className="block text-xs text-faint">
              <SourceLine source={one.source} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Documents({ documents }: Pick<Shared, 'documents'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  const locale = toLocale(useLocale());
  if (documents.length === 0) return null;
  return (
    <Panel title={t('documents')} count={documents.length}>
      <ul className="space-y-2">
        {documents.map((one) => (
          <li key={one.key}>
            <span className="font-medium">{one.label[language]}</span>
            {one.fields.length > 0 && (
              <span className="block text-soft">
                {joinWords(
                  one.fields.map((field) => field[language]),
                  locale,
                )}
              </span>
            )}
            <span className="block text-xs text-faint">
              <SourceLine source={one.source} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Flags({ flags }: Pick<Shared, 'flags'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (flags.length === 0) return null;
  return (
    <Panel title={t('flags')} count={flags.length}>
      <ul className="space-y-2">
        {flags.map((flag) => (
          <li key={`${flag.code}-${flag.where}-${flag.note.zh}`}>
            <span className="font-medium text-amber">{t(`flag.${flag.code}`)}</span>{' '}
            {flag.note[language]}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Dropped({ dropped }: Pick<Shared, 'dropped'>) {
  const t = useTranslations('plans');
  const language = useLanguage();
  if (dropped.length === 0) return null;
  return (
    <Panel title={t('dropped')} count={dropped.length}>
      <p className="mb-2 text-soft">{t('droppedLead')}</p>
      <ul className="list-disc space-y-1 ps-5">
        {dropped.map((one) => (
          <li key={one.note.zh}>
            {one.note[language]}{' '}
            <span className="text-xs text-faint">
              <SourceLine source={one.source} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
