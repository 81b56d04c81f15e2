import type { Skipped, StandIn } from '@/lib/escalation/recipients';

type Tell = (key: string, values?: Record<string, string | number>) => string;

/** What names people and groups in the words about who was told. */
export interface ReachNames {
  /** Translator of `alerts`. */
  t: Tell;
  nameOf: (personId: string) => string;
  groupOf: (groupId: string) => string | null;
}

/** A target of a step in words: 值班员, 领导小组（副组长）, a person's name. */
export function targetWords(target: string, { t, nameOf, groupOf }: ReachNames): string {
  const [kind = target, id = '', duty] = target.split(':');
  if (kind === 'person') return nameOf(id);
  if (kind === 'seats') return t('named', { group: t('target.seats'), duty: t(`duty.${id}`) });
  if (kind !== 'group') return t(`target.${kind}`);
  const group = groupOf(id) ?? t('target.group');
  return duty ? t('named', { group, duty: t(`duty.${duty}`) }) : group;
}

/** Why somebody was not told, as one line. */
export function skipWords({ role, reason, personId }: Skipped, names: ReachNames): string {
  const { t, nameOf } = names;
  const values = { target: targetWords(role, names), reason: t(`reason.${reason}`) };
  const isNamed = personId !== undefined && !role.startsWith('person:');
  return isNamed ? t('skipPerson', { ...values, name: nameOf(personId) }) : t('skip', values);
}

/** Somebody told beside or instead of others, as one line. */
export function standInWords({ personId, forId, why }: StandIn, names: ReachNames): string {
  const { t, nameOf } = names;
  const principal = forId ? nameOf(forId) : '';
  return t(`standIn.${why}`, { name: nameOf(personId), principal });
}
