import type { JsonObject } from './canonical';
import type { AuditEnvelope } from './envelope';

/** Lifts a payload of one version to the next, without changing its argument. */
export type Upcaster = (payload: JsonObject) => JsonObject;

/**
 * Per event type the steps from version 1 on: the first lifts version 1 to 2, the second 2 to 3.
 * A type without an entry has only version 1.
 */
export type UpcasterTable = Readonly<Record<string, readonly Upcaster[]>>;

/** All steps of the product. Stored events are never rewritten; a new version adds a step here. */
export const UPCASTERS: UpcasterTable = {};

/** Thrown for an event written by a newer product than this one. */
export class UnknownEventVersionError extends Error {
  override readonly name = 'UnknownEventVersionError';
  constructor(
    readonly type: string,
    readonly typeVersion: number,
    readonly newest: number,
  ) {
    super(`${type} has version ${typeVersion}; this product knows 1 to ${newest}`);
  }
}

/** The version in which new events of this type are written. */
export function newestVersion(type: string, table: UpcasterTable = UPCASTERS): number {
  return stepsOf(type, table).length + 1;
}

/**
 * The event's payload in the newest version of its type. The envelope stays as it is, so that its
 * hash still verifies. Throws `UnknownEventVersionError`.
 */
export function upcast(
  event: Pick<AuditEnvelope, 'type' | 'typeVersion' | 'payload'>,
  table: UpcasterTable = UPCASTERS,
): JsonObject {
  const steps = stepsOf(event.type, table);
  const newest = steps.length + 1;
  if (!Number.isInteger(event.typeVersion) || event.typeVersion < 1 || event.typeVersion > newest) {
    throw new UnknownEventVersionError(event.type, event.typeVersion, newest);
  }
  return steps
    .slice(event.typeVersion - 1)
    .reduce<JsonObject>((payload, lift) => lift(payload), event.payload);
}

function stepsOf(type: string, table: UpcasterTable): readonly Upcaster[] {
  return Object.hasOwn(table, type) ? (table[type] ?? []) : [];
}
