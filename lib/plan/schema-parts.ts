import { z } from 'zod';

/** Names of rules, levels, steps: small letters, digits and `_`, a letter first. */
export const key = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'key_malformed');

/** `<` before a letter, `/` or `!` opens a tag; control characters have no business in a text. */
const MARKUP = /<\s*[a-z/!?]/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text of a plan is plain: no markup, no control characters, at most `max` characters. */
export const plainText = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'text_missing')
    .max(max, 'text_too_long')
    .refine((text) => !MARKUP.test(text), 'markup_in_text')
    .refine((text) => !CONTROL.test(text), 'control_character_in_text');

export const label = z.strictObject({ zh: plainText(400), en: plainText(800) });
export type Label = z.infer<typeof label>;

/** Where a rule comes from; `document` is the source text, a norm, or `own` 本单位补充. */
export const source = z.strictObject({
  document: plainText(80),
  section: plainText(80).optional(),
  line: plainText(60),
  quote: plainText(400).optional(),
});
export type Source = z.infer<typeof source>;

/** Set when a unit changed what a source says; its `source` still names where it began. */
export const modifiedByUnit = z.boolean().optional();
