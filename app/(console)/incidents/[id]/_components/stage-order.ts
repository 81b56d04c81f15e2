import type { Stage } from '@/lib/incident/keys';

const ORDER: readonly Stage[] = [
  'detected',
  'reported',
  'graded',
  'responding',
  'following',
  'reviewing',
  'closed',
  'archived',
];

/** Whether a section is over: the incident has gone past the last stage it belongs to. */
export function isPast(stage: Stage, last: Stage): boolean {
  return stage === 'dismissed' || ORDER.indexOf(stage) > ORDER.indexOf(last);
}

/** Whether a section has its time yet. */
export function hasBegun(stage: Stage, first: Stage): boolean {
  return stage !== 'dismissed' && ORDER.indexOf(stage) >= ORDER.indexOf(first);
}
