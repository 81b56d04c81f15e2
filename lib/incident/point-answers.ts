import { z } from 'zod';
import { id, text } from './input';
import { POINT_FINDINGS } from './keys';
import type { AssignmentRow, PointAnswer } from './model';

/** One answer to each point of an assignment, by the point's 0-based place. */
export const pointAnswers = z
  .array(
    z.strictObject({
      point: z.int().min(0).max(29),
      finding: z.enum(POINT_FINDINGS),
      said: text(2000),
      evidenceIds: z.array(id).max(20).default([]),
    }),
  )
  .max(30)
  .default([]);

/** Points that are not answered exactly once, as people count them: from 1. */
export function unansweredPoints(
  points: AssignmentRow['points'],
  answers: readonly PointAnswer[],
): number[] {
  const isOnce = (place: number) => answers.filter((one) => one.point === place).length === 1;
  const beyond = answers.filter((one) => one.point >= points.length).map((one) => one.point + 1);
  return [...points.flatMap((_, place) => (isOnce(place) ? [] : [place + 1])), ...beyond];
}
