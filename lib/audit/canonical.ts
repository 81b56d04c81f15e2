/** Plain JSON, as it can be written to a file and read back unchanged. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object; members that are `undefined` count as absent. */
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/** Nesting beyond this is refused, so that hostile input cannot exhaust the stack. */
const MAX_DEPTH = 200;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Thrown by `canonical` when a value has no canonical JSON form; `path` says where (`$.a[0]`). */
export class NotCanonicalError extends Error {
  override readonly name = 'NotCanonicalError';
  constructor(
    readonly path: string,
    reason: string,
  ) {
    super(`${path}: ${reason}`);
  }
}

/**
 * Writes a plain JSON value in the one form of RFC 8785 (JSON Canonicalization Scheme): no white
 * space, members sorted by UTF-16 code units, numbers as ECMAScript writes them. Members that are
 * `undefined` are left out.
 *
 * Throws `NotCanonicalError` for what JSON cannot carry unchanged: `undefined` or holes in arrays,
 * NaN and infinities, lone surrogates, functions, bigints, dates and other class instances,
 * nesting beyond 200 levels.
 */
export function canonical(value: unknown): string {
  return write(value, '$', 0);
}

function write(value: unknown, path: string, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotCanonicalError(path.slice(0, 80), 'nested too deeply');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeString(value, path);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonicalError(path, `${value} is not a JSON number`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return writeArray(value, path, depth);
  if (isPlainObject(value)) return writeObject(value, path, depth);
  throw new NotCanonicalError(path, `a ${typeof value} of this kind is not plain JSON`);
}

function writeString(value: string, path: string): string {
  if (LONE_SURROGATE.test(value)) throw new NotCanonicalError(path, 'lone surrogate in a string');
  return JSON.stringify(value);
}

function writeArray(items: readonly unknown[], path: string, depth: number): string {
  const parts: string[] = [];
  for (let index = 0; index < items.length; index += 1) {
    parts.push(write(items[index], `${path}[${index}]`, depth + 1));
  }
  return `[${parts.join(',')}]`;
}

function writeObject(value: Record<string, unknown>, path: string, depth: number): string {
  const parts: string[] = [];
  // The default sort compares UTF-16 code units, as RFC 8785 section 3.2.3 asks.
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    parts.push(`${writeString(key, path)}:${write(member, `${path}.${key}`, depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
