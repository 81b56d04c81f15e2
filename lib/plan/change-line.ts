import type { JsonValue } from '@/lib/audit/canonical';
import type { Change } from './compare';

const WHOLE = /^([+−]) (\S+)/;
const VALUE = /^([^\s:]+): (.*?) → (.*)$/s;

/**
 * A line of the record as the change it was written from (`changeLine`); null for what is no such
 * line. Values that were shortened stay text.
 */
export function parseChangeLine(line: string): Change | null {
  const whole = WHOLE.exec(line);
  if (whole) {
    const [, sign, path = ''] = whole;
    const kind = sign === '+' ? 'added' : 'removed';
    const [before, after] = kind === 'added' ? [null, {}] : [{}, null];
    return { path, kind, label: labelIn(line), before, after };
  }
  const value = VALUE.exec(line);
  if (!value) return null;
  const [, path = '', before = '', after = ''] = value;
  return { path, kind: 'changed', label: null, before: read(before), after: read(after) };
}

/** The name behind a path, `(正面回复)`; the record keeps it in Chinese. */
function labelIn(line: string): Change['label'] {
  const name = /\((.*)\)$/.exec(line)?.[1];
  return name ? { zh: name, en: name } : null;
}

function read(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
