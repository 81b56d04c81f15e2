import type { ResponsePlanInput } from '../schema';

type MetBy = ResponsePlanInput['obligations'][number]['metBy'];

/** By 24:00 of the day the clock starts. */
export const SAME_DAY = { amount: 0, unit: 'day', clock: 'end_of_day' } as const;

/** An answer in approved words; the receipt agreed in advance is none. */
export const ANSWERED: MetBy = [
  { event: 'reply.given', where: { kind: ['formal', 'result'] } },
  { event: 'reply.given', where: { kind: 'first', wordingId: '*' } },
  { event: 'wording.published' },
];

/** The result was told to the citizen, before the matter was formally resolved or after. */
export const RESULT_TOLD: MetBy = [
  { event: 'reply.given', where: { kind: 'result' }, anyTime: true },
];

/** The closing report went to somebody outside the house. */
export const FINAL_REPORT_SENT: MetBy = [
  { event: 'report.sent', where: { kind: 'final', target: ['superior', 'authority'] } },
];
