import type { Sheet } from '@/components/incident/sheet';
import { waitsFor } from '@/lib/incident/commands/feeding-back';
import type { Making } from './sheet-initial';

type T = (key: string) => string;

/** What a unit wrote, as its principal reads it before signing. */
export function feedbackReading(
  assignmentId: string | undefined,
  { view: { state }, actor, words }: Making,
  t: T,
): Sheet['reading'] {
  const waiting = state.assignments.filter((one) => waitsFor(one, actor.id));
  const one = waiting.find(({ id }) => id === assignmentId) ?? waiting[0];
  if (!one) return undefined;
  const line = (field: string, said: string | null) => said && `${t(`field.${field}`)}：${said}`;
  const answers = (one.answers ?? []).map(
    ({ point, finding, said }) =>
      `${point + 1}. ${one.points?.[point] ?? ''}\n${words.option('pointFinding', finding)}：${said}`,
  );
  const parts = [
    line('finding', words.option('finding', one.finding)),
    ...answers,
    one.course,
    line('cause', one.cause),
    line('measuresTaken', one.measuresTaken),
    line('proposedAnswer', one.proposedAnswer),
  ];
  return { title: one.number, text: parts.filter(Boolean).join('\n\n') };
}
