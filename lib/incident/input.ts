import { z } from 'zod';
import { cleanText } from '@/lib/mention/normalize';
import { CATEGORIES, type Category, findCategory } from './keys';

/** Building blocks of command inputs; what a form shows and what the API documents. */

const NUL = String.fromCharCode(0);
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Neither NUL nor half a character: the database and the hash chain could not keep them. */
const isText = (value: string) => !value.includes(NUL) && !LONE_SURROGATE.test(value);
const NOT_TEXT = { message: 'holds a character that is no text' };

/** Required text, trimmed, 1 to `max` characters, at least one of them visible. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isText, NOT_TEXT)
    .refine((value) => cleanText(value).length > 0, { message: 'holds nothing that can be seen' });

/** Text that may be left out; a field in which nothing can be seen counts as left out. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine(isText, NOT_TEXT)
    .nullish()
    .transform((value) => (value && cleanText(value) ? value : null));

const WEB_ADDRESS = /^https?:\/\/[^\s/?#]+\S*$/i;

/** A web address that a reader can follow; what was said stays findable under it. */
export const optionalLink = optionalText(2000).refine(
  (value) => value === null || WEB_ADDRESS.test(value),
  { message: 'must be a web address beginning with http:// or https://' },
);

/** A number counted from 1, as far as a column of the database counts. */
export const ordinal = z.int().min(1).max(2_147_483_647);

const dateTime = z.iso.datetime({ offset: true });
const FIRST_YEAR = 1970;
const LAST_YEAR = 2199;

/** ISO 8601 with zone in (seconds may be left out), UTC with milliseconds out. */
export const instant = z
  .string()
  .max(40)
  .meta({ format: 'date-time' })
  .transform((value, context) => {
    const full = value.trim().replace(/T(\d\d:\d\d)(?=Z|[+-])/, 'T$1:00');
    const at = dateTime.safeParse(full).success ? new Date(full) : null;
    const year = at?.getUTCFullYear() ?? 0;
    if (at && year >= FIRST_YEAR && year <= LAST_YEAR) return at.toISOString();
    context.addIssue({ code: 'custom', message: 'must be ISO 8601 with a zone' });
    return z.NEVER;
  });

export const optionalInstant = instant.nullish().transform((value) => value ?? null);

export const id = z.uuid();
export const optionalId = id.nullish().transform((value) => value ?? null);

const count = z
  .int()
  .min(0)
  .max(10_000_000_000)
  .nullish()
  .transform((value) => value ?? null);

export const counts = z.strictObject({
  views: count,
  reposts: count,
  comments: count,
  likes: count,
});

export const flags = z.strictObject({
  danger: z.boolean().default(false),
  minors: z.boolean().default(false),
  media: z.boolean().default(false),
  rising: z.boolean().default(false),
});

/** Grade by key or Chinese label; the plan knows which ones exist. */
export const grade = z.string().trim().min(1).max(40);
export const optionalGrade = grade.nullish().transform((value) => value ?? null);

export const scales = z
  .record(z.string().max(40), z.string().max(40))
  .nullish()
  .transform((value) => value ?? {});

/** Category by key, by its Chinese label, or as C1 to C4. */
export const category = z
  .string()
  .trim()
  .max(40)
  .meta({ description: 'Key or Chinese label', examples: [...CATEGORIES] })
  .transform((value, context): Category => {
    const found = findCategory(value);
    if (found) return found;
    context.addIssue({ code: 'custom', message: `must be one of ${CATEGORIES.join(', ')}` });
    return z.NEVER;
  });
export const optionalCategory = category.nullish().transform((value) => value ?? null);
