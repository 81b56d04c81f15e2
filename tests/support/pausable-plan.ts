import { planSchema, type ResponsePlan } from '@/lib/plan/schema';
import { p26 } from './incident-world';

const source = { document: '002', section: '供水防冻', line: 'L703–773', quote: '天气恶劣则顺延' };
const always = { when: {}, target: 'citizen', owner: 'office', source } as const;
const answered = [{ event: 'reply.given' }, { event: 'wording.published' }] as const;

/**
 * P26 with duties that may stand still when the weather is too bad: a repair in 24 hours and 72 at
 * most, a visit in 6 working hours, a written result in 5 workdays.
 */
export function pausablePlan(): ResponsePlan {
  const plan = p26();
  return planSchema.parse({
    ...plan,
    chains: plan.chains.map((chain) => ({ ...chain, urgentRelease: { countersignHours: 2 } })),
    obligations: [
      ...plan.obligations,
      {
        ...always,
        rule: 'repair',
        key: 'repair',
        title: { zh: '修复', en: 'Repair' },
        start: 'discovered',
        amount: 24,
        unit: 'hour',
        clock: 'wall',
        metBy: answered,
        hardMax: { amount: 72, unit: 'hour', clock: 'wall' },
        extendable: true,
        pausable: true,
      },
      {
        ...always,
        rule: 'site_visit',
        key: 'site_visit',
        title: { zh: '到场查看', en: 'Visit the site' },
        start: 'discovered',
        amount: 6,
        unit: 'hour',
        clock: 'work_hours',
        metBy: answered,
        pausable: true,
      },
      {
        ...always,
        rule: 'written_result',
        key: 'written_result',
        title: { zh: '书面结果', en: 'Written result' },
        start: 'discovered',
        amount: 5,
        unit: 'day',
        clock: 'work_days',
        metBy: answered,
        pausable: true,
      },
    ],
  });
}
