import { z } from 'zod';
import { planSchema } from './schema';

/** JSON Schema 2020-12 of a plan file, as people write one: members with a default may be left out. */
export function planFileSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(planSchema, { io: 'input', unrepresentable: 'any' });
  return { ...schema, $id: '/api/v1/plans/schema', title: 'Huiying response plan' };
}
