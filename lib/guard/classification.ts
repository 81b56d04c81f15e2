/**
 * Marks of classified documents as the rules on them print: 绝密★30年, 机密★1年, 秘密★6个月, 绝密★长期.
 * Words alone (商业秘密, 保守秘密) are none; the star, or a labelled level, makes the mark.
 *
 * Source: domain.md guard 7; GB/T 9704-2012 7.2.2 (密级和保密期限).
 */
const MARK =
  /(?:绝密|机密|秘密)[\s\u00a0\u3000]*[★☆✮⭐]|[★☆✮⭐][\s\u00a0\u3000]*(?:绝密|机密|秘密)|密级[\s\u00a0\u3000]*[:：][\s\u00a0\u3000]*(?:绝密|机密|秘密)/;

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
