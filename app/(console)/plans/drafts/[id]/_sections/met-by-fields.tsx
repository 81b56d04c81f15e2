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
        ...(whereOf(value, event) ? { hint: whereOf(value, event) } : {}),
      }))}
      value={[...new Set(value.map((one) => one.event))]}
      onChange={take}
    />
  );
}

/** Fields the plan narrows an event to, as it has them. */
function whereOf(patterns: readonly EventPattern[], event: string): string | undefined {
  const fields = patterns
    .filter((one) => one.event === event)
    .flatMap(({ where = {} }) => Object.values(where).map(String));
  return fields.length > 0 ? fields.join(' / ') : undefined;
}
