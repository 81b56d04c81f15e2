'use client';

import { useTranslations } from 'next-intl';
import type { EventPattern } from '@/lib/plan/schema';
import { CheckGroup } from '../_form/checks';
import { MET_BY_EVENTS } from '../_form/choices';

/** What ends a limit: facts of an incident, any one of which is enough. */
export function MetByFields({
  id,
  value,
  onChange,
}: {
  id: string;
  value: readonly EventPattern[];
  onChange: (value: EventPattern[]) => void;
}) {
  const t = useTranslations('planEditor');
  const words = useTranslations('planWords');
  const say = (key: string) => (words.has(`where.${key}`) ? words(`where.${key}`) : key);
  const narrowed = value.some((one) => one.where && Object.keys(one.where).length > 0);
  const take = (events: EventPattern['event'][]) =>
    onChange(
      events.flatMap((event) => {
        const kept = value.filter((one) => one.event === event);
        return kept.length > 0 ? kept : [{ event }];
      }),
    );
  return (
    <CheckGroup
      id={id}
      label={t('rule.metBy')}
      hint={narrowed ? t('rule.metByNarrowed') : t('rule.metByHint')}
      options={MET_BY_EVENTS.map((event) => ({
        value: event,
        label: words(`event.${event.replace('.', '_')}`),
        hint: whereOf(value, event, say),
      }))}
      value={[...new Set(value.map((one) => one.event))]}
      onChange={take}
    />
  );
}

/** What the plan narrows an event to. */
function whereOf(
  patterns: readonly EventPattern[],
  event: string,
  say: (key: string) => string,
): string | undefined {
  const fields = patterns
    .filter((one) => one.event === event)
    .flatMap(({ where = {} }) =>
      Object.values(where)
        .flat()
        .map((one) => say(String(one))),
    );
  return fields.length > 0 ? [...new Set(fields)].join(' / ') : undefined;
}
