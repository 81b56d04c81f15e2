import { z } from 'zod';
import { type Permission, policy } from '@/lib/access/policy';
import { COMMAND_TYPES, type CommandType, commands, isInternal } from './commands';

export type JsonSchema = Record<string, unknown>;

export const isCommandType = (type: string): type is CommandType => Object.hasOwn(commands, type);

/** What every command's body has beside the input of its type. */
export const commandEnvelope = z.looseObject({
  type: z.string().min(1).max(60),
  expectedVersion: z
    .int()
    .min(0)
    .nullish()
    .transform((version) => version ?? undefined),
  /** Says what it would do and changes nothing. */
  dryRun: z.boolean().nullish(),
});

/** A zod schema as JSON Schema 2020-12, as callers write it: before defaults and transforms. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return rest;
}

export interface ListedCommand {
  type: CommandType;
  /** Roles that may hold the right; the incident decides the rest. Empty = the system alone. */
  roles: string[];
  /** JSON Schema of the fields beside `type` and `expectedVersion`. */
  schema: JsonSchema;
}

/** Every command a caller may give, with the schema the console uses as well. */
export function commandList(): ListedCommand[] {
  return COMMAND_TYPES.filter((type) => !isInternal(type)).map((type) => {
    const permission: Permission = `incident:${type}`;
    const roles = Object.keys(policy[permission]).filter((role) => role !== 'system');
    return { type, roles, schema: jsonSchemaOf(commands[type].input) };
  });
}
