import { z } from 'zod';

const instant = z.string();

/** What is handed over: references and titles as they stood, frozen with the first signature. */
export const handoverSheet = z.strictObject({
  at: instant,
  /** End of the shift that takes over; limits until then are named. */
  until: instant,
  open: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      stage: z.string(),
      grade: z.string().nullable(),
      nextDueAt: instant.nullable(),
    }),
  ),
  due: z.array(
    z.strictObject({
      incidentId: z.string(),
      number: z.string(),
      key: z.string(),
      label: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
      dueAt: instant,
      isLate: z.boolean(),
    }),
  ),
  promised: z.array(
    z.strictObject({
      incidentId: z.string(),
      number: z.string(),
      what: z.enum(['reply', 'update', 'press']),
      at: instant,
    }),
  ),
  undone: z.array(
    z.strictObject({
      taskId: z.string(),
      kind: z.string(),
      label: z.strictObject({ zh: z.string(), en: z.string() }),
      startsAt: instant,
      dueAt: instant,
      isMissed: z.boolean(),
    }),
  ),
  notes: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      at: instant,
      text: z.string(),
      followUp: z.string().nullable(),
    }),
  ),
  /** How many incidents did not fit. */
  leftOut: z.number(),
  note: z.string().nullable(),
});
export type HandoverSheet = z.infer<typeof handoverSheet>;

/** The facts of a day, each figure counted from what is stored. */
export const summarySheet = z.strictObject({
  from: instant,
  to: instant,
  fresh: z.array(
    z.strictObject({
      id: z.string(),
      number: z.string(),
      title: z.string().nullable(),
      grade: z.string().nullable(),
      stage: z.string(),
    }),
  ),
  freshCount: z.number(),
  open: z.number(),
  closed: z.number(),
  dismissed: z.number(),
  overdue: z.number(),
  patrols: z.strictObject({ done: z.number(), late: z.number(), missed: z.number() }),
  found: z.number(),
  calls: z.number(),
  note: z.string().nullable(),
});
export type SummarySheet = z.infer<typeof summarySheet>;

/** Whether so little happened, or was looked at, that the summary has to say so. */
export function isThin(sheet: SummarySheet): boolean {
  const { done, late } = sheet.patrols;
  return sheet.freshCount === 0 && done + late === 0 && sheet.calls === 0;
}
