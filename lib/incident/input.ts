import { z } from 'zod';

/** Building blocks of command inputs; what a form shows and what the API documents. */

const NUL = String.fromCharCode(0);

/** Required text, trimmed, 1 to `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => !value.includes(NUL), { message: 'NUL is not text' });

/** Text that may be left out; an empty field counts as left out. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .refine((value) => !value.includes(NUL), { message: 'NUL is not text' })
    .nullish()
    .transform((value) => value || null);

/** ISO 8601 with zone in, UTC with milliseconds out. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value).toISOString());

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
