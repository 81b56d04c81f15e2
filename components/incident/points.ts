import type { FormValues } from './form-input';

/** Names of the fields in which each point is answered, and of the one for the rest. */
export const pointName = (field: string, index: number): string => `${field}.${index}`;
export const restName = (field: string): string => `${field}.rest`;

/**
 * One text from the answers to an assignment's points, each under its point; a point nobody has
 * answered is left out, so that the text never claims more than was written.
 */
export function composePoints(
  field: string,
  points: readonly string[],
  values: FormValues,
): string {
  const answer = (name: string) => String(values[name] ?? '').trim();
  const answered = points.flatMap((point, index) => {
    const said = answer(pointName(field, index));
    return said ? [`${index + 1}. ${point}\n${said}`] : [];
  });
  return [...answered, answer(restName(field))].filter(Boolean).join('\n\n');
}
