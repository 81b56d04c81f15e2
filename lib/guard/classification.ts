/**
 * Marks of classified documents as the rules on them print: 绝密★30年, 机密★1年, 秘密★6个月, 绝密★长期,
 * also with the two characters set apart (机　密) as they stand above a document without a period.
 * Words alone (商业秘密, 保守秘密) are none; the star, a labelled level, or a level that has its line to
 * itself with the characters apart makes the mark.
 *
 * Source: domain.md guard 7; GB/T 9704-2012 7.2.2 (密级和保密期限).
 */
const GAP = '[ \\t\\u00a0\\u3000]';
const LEVEL = `(?:[绝絕机機秘祕]${GAP}{0,4}密)`;
const STAR = '[★☆✮⭐]';
const MARK = new RegExp(
  [
    `${LEVEL}\\s{0,4}${STAR}`,
    `${STAR}\\s{0,4}${LEVEL}`,
    `密级\\s{0,4}[:：]\\s{0,4}${LEVEL}`,
    `^${GAP}*[绝絕机機秘祕]${GAP}{1,4}密${GAP}*$`,
  ].join('|'),
  'm',
);

/** The first classification mark in a text; null = none. */
export function classificationMark(text: string): string | null {
  return MARK.exec(text)?.[0] ?? null;
}

/** The first mark in any text of an input, with the path of its field; null = none. */
export function markedField(input: unknown, path = ''): { field: string; mark: string } | null {
  if (typeof input === 'string') {
    const mark = classificationMark(input);
    return mark ? { field: path, mark } : null;
  }
  if (input === null || typeof input !== 'object') return null;
  for (const [name, value] of Object.entries(input)) {
    const inner = path && !Array.isArray(input) ? `${path}.${name}` : path || name;
    const found = markedField(value, Array.isArray(input) ? path : inner);
    if (found) return found;
  }
  return null;
}
