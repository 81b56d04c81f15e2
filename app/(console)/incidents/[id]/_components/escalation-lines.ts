import { type ReachNames, skipWords, standInWords } from '@/components/escalation/reach-words';
import type { Skipped, StandIn } from '@/lib/escalation/recipients';
import type { TimelineItem } from '@/lib/incident/server';
import type { Making } from './sheet-initial';

type Tell = ReachNames['t'];

interface Line {
  label: string;
  text: string;
}

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value as T[]) : []);

/**
 * What an escalation left out and why, who stood in for whom, and which message did not arrive.
 * @param t translator of `alerts`
 */
export function escalationLines({ type, payload }: TimelineItem, page: Making, t: Tell): Line[] {
  if (!type.startsWith('escalation.')) return [];
  const names = reachNames(page, t);
  const skipped = listOf<Skipped>(payload.skipped).map((one) => skipWords(one, names));
  const standIns = listOf<StandIn>(payload.standIns).map((one) => standInWords(one, names));
  return [
    { label: t('undeliveredTitle'), text: undelivered(payload, page, t) },
    { label: t('notTold'), text: skipped.join('\n') },
    { label: t('standInTitle'), text: standIns.join('\n') },
  ].filter(({ text }) => text !== '');
}

/** The same on the entry's own line: the first reason, or the message that did not arrive. */
export function escalationNote(item: TimelineItem, page: Making, t: Tell): string {
  if (item.type === 'escalation.undelivered') return undelivered(item.payload, page, t);
  if (item.type === 'escalation.replanned') return page.gradeOf(String(item.payload.grade)) ?? '';
  const [first] = listOf<Skipped>(item.payload.skipped);
  return first ? skipWords(first, reachNames(page, t)) : '';
}

function undelivered(payload: TimelineItem['payload'], { nameOf }: Making, t: Tell): string {
  const { channel, undeliveredTo, code, isPassedOn } = payload;
  if (typeof channel !== 'string') return '';
  const who = typeof undeliveredTo === 'string' ? nameOf(undeliveredTo) : t('everybody');
  const values = { channel: t(`channel.${channel}`), who, code: String(code) };
  return t(isPassedOn === true ? 'undeliveredNext' : 'undelivered', values);
}

const reachNames = ({ nameOf, view }: Making, t: Tell): ReachNames => ({
  t,
  nameOf,
  groupOf: (id) => view.directory.groups.find((group) => group.id === id)?.name ?? null,
});
