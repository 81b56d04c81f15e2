import { isPlain, type Plain } from '@/lib/plan/elements';
import type { Label } from '@/lib/plan/schema';

export const isLabel = (value: unknown): value is Label =>
  isPlain(value) && 'zh' in value && 'en' in value && Object.keys(value).length === 2;

/** Labels written in one language only speak it in both. */
export function tidy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(tidy) as T;
  if (isLabel(value)) {
    const [zh, en] = [value.zh.trim(), value.en.trim()];
    return { zh: zh || en, en: en || zh } as T;
  }
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, tidy(one)])) as T;
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    isPlain(one)
      ? Object.fromEntries(
          Object.entries(one)
            .filter(([, inner]) => inner !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : one,
  ) ?? '';

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Fields that differ, as an edit takes them: null takes a field away. */
export function changedFields(before: Plain, after: Plain): Plain {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const changed = [...names].filter((name) => !isSame(before[name], after[name]));
  return Object.fromEntries(changed.map((name) => [name, after[name] ?? null]));
}

/** A name nobody has yet: `own_1`, `own_2`. */
export function newName(taken: readonly string[]): string {
  for (let number = 1; ; number += 1) {
    const name = `own_${number}`;
    if (!taken.includes(name)) return name;
  }
}
