import { z } from 'zod';
import { CLOCKS, DUE_UNITS, type DueUnit } from './due-rule';
import { parseInstant, toInstant } from './instant';

const EARLIEST_MS = Date.UTC(1970, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);

const list = (text: string) => text.split(',').filter(Boolean);

/** A time in a URL; a plus sign that was not escaped arrives as a space. */
const start = z
  .string()
  .max(40)
  .transform((value, context) => {
    const written = value.trim().replace(/ (?=\d\d:\d\d$)/, '+');
    const ms = msOf(written.replace(/T(\d\d:\d\d)(?=Z|[+-])/, 'T$1:00'));
    if (ms >= EARLIEST_MS && ms < LATEST_MS) return toInstant(ms);
    context.addIssue({ code: 'custom', message: 'must be ISO 8601 with a zone' });
    return z.NEVER;
  });

function msOf(written: string): number {
  try {
    return parseInstant(written);
  } catch {
    return Number.NaN;
  }
}

/** `hours` and `hour` are the same. */
const unit = z
  .string()
  .transform((value) => (value === 'times' ? value : value.replace(/s$/, '')))
  .pipe(z.enum(DUE_UNITS));

/** Query of `GET /calendar/due`: a start, and a rule as plans have it. */
export const dueQuery = z
  .object({
    start,
    amount: z.coerce.number().nonnegative().max(1_000_000).optional(),
    clock: z.enum(CLOCKS),
    unit: unit.optional(),
    at: z.string().max(5).optional(),
    on: z.string().max(5).optional(),
    times: z.string().max(400).transform(list).optional(),
  })
  .transform(({ amount, unit: counted, at, on, times, ...rest }) => ({
    ...rest,
    amount: amount ?? null,
    unit: (counted ?? null) as DueUnit | null,
    at: at ?? null,
    on: on ?? null,
    times: times ?? null,
  }));
