import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DefinitionList, Panel } from '@/components/ui/layout';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { PlanPart, ResponsePlan, Source } from '@/lib/plan/schema';
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

/** The parts of a plan that are lists of words with their sources; empty ones are left out. */
export function PlainLists({ plan }: { plan: Shared }) {
  const t = useTranslations('plans');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const language = locale === 'en' ? 'en' : 'zh';
  return (
    <>
      <ListPanel title={t('stages')} items={plan.stages} keyOf={(one) => one.label.zh} ordered>
        {({ label, maps }) => (
          <Line
            text={label[language]}
            soft={joinWords(
              maps.map((stage) => words(`stage.${stage}`)),
              locale,
            )}
          />
        )}
      </ListPanel>
      <ListPanel
        title={t('roles')}
        items={plan.roles}
        keyOf={({ role, label }) => `${role}-${label.zh}`}
      >
        {({ role, label, duties }) => (
          <Line
            text={label[language]}
            soft={t('roleIs', { role: words(`role.${role}`) })}
            below={duties?.[language]}
          />
        )}
      </ListPanel>
      <ListPanel title={t('reporting')} items={plan.reporting} keyOf={(one) => one.key}>
        {({ label, simultaneous, source }) => (
          <Line
            text={label[language]}
            soft={simultaneous ? t('simultaneous') : ''}
            source={source}
          />
        )}
      </ListPanel>
      {plan.categories.length > 0 && (
        <Panel title={t('categories')} count={plan.categories.length}>
          <DefinitionList
            items={plan.categories.map((one) => ({
              key: one.key,
              term: one.label[language],
              value: one.handling[language],
            }))}
          />
        </Panel>
      )}
      <ListPanel title={t('patrols')} items={plan.patrols} keyOf={(one) => one.key}>
        {({ label, at, source }) => (
          <Line text={label[language]} soft={at.join(' · ')} source={source} />
        )}
      </ListPanel>
      <ListPanel title={t('mechanisms')} items={plan.mechanisms} keyOf={(one) => one.key}>
        {(one) => (
          <Line
            text={`${t(`mechanism.${one.kind}`)} · ${one.label[language]}`}
            below={
              one.kind === 'checklist' &&
              joinWords(
                one.items.map((item) => item[language]),
                locale,
              )
            }
            source={one.source}
          />
        )}
      </ListPanel>
      <ListPanel title={t('documents')} items={plan.documents} keyOf={(one) => one.key}>
        {({ label, fields, source }) => (
          <Line
            text={label[language]}
            below={joinWords(
              fields.map((field) => field[language]),
              locale,
            )}
            source={source}
          />
        )}
      </ListPanel>
      <ListPanel
        title={t('flags')}
        items={plan.flags}
        keyOf={({ code, where, note }) => `${code}-${where}-${note.zh}`}
      >
        {({ code, note }) => (
          <>
            <span className="font-medium text-amber">{t(`flag.${code}`)}</span> {note[language]}
          </>
        )}
      </ListPanel>
      <ListPanel
        title={t('dropped')}
        lead={t('droppedLead')}
        items={plan.dropped}
        keyOf={(one) => one.note.zh}
      >
        {({ note, source }) => <Line text={note[language]} source={source} />}
      </ListPanel>
    </>
  );
}

function ListPanel<T>({
  title,
  lead,
  items,
  keyOf,
  ordered = false,
  children,
}: {
  title: string;
  lead?: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  ordered?: boolean;
  children: (item: T) => ReactNode;
}) {
  if (items.length === 0) return null;
  const lines = items.map((item) => <li key={keyOf(item)}>{children(item)}</li>);
  return (
    <Panel title={title} count={items.length}>
      {lead && <p className="mb-2 text-soft">{lead}</p>}
      {ordered ? (
        <ol className="list-decimal space-y-1 ps-5">{lines}</ol>
      ) : (
        <ul className="space-y-2">{lines}</ul>
      )}
    </Panel>
  );
}

/** What is said, what it means here, a second line, and where it comes from. */
function Line({
  text,
  soft,
  below,
  source,
}: {
  text: string;
  soft?: string;
  below?: string | false | undefined;
  source?: Source;
}) {
  return (
    <>
      {text}
      {soft && <span className="text-soft"> · {soft}</span>}
      {below && <span className="block text-soft">{below}</span>}
      {source && (
        <span className="block text-xs text-faint">
          <SourceLine source={source} />
        </span>
      )}
    </>
  );
}
