import type { PointFinding } from '@/lib/incident/keys';
import type { PointAnswer } from '@/lib/incident/model';
import type { FormValues } from './form-input';

/** Names of the fields in which one point is answered. */
export const pointName = (
  field: string,
  index: number,
  part: 'finding' | 'said' | 'evidence',
): string => `${field}.${index}.${part}`;

/**
 * Answers to an assignment's points from what stands in their fields; a point nobody has touched is
 * left out, so that the feedback never claims more than was written.
 */
export function composeAnswers(
  field: string,
  points: readonly string[],
  values: FormValues,
): PointAnswer[] {
  return points.flatMap((_, point) => {
    const of = (part: 'finding' | 'said' | 'evidence') => values[pointName(field, point, part)];
    const said = String(of('said') ?? '').trim();
    const finding = String(of('finding') ?? '');
    const chosen = of('evidence');
    if (said === '' || finding === '') return [];
    const evidenceIds = Array.isArray(chosen) ? chosen : [];
    return [{ point, finding: finding as PointFinding, said, evidenceIds }];
  });
}
