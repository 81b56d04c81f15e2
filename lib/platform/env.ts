import 'server-only';
import { z } from 'zod';

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  DATA_DIR: z.string().default('.data'),
  PORT: z.coerce.number().int().default(3000),
  DEMO: z
    .string()
    .optional()
    .transform((value) => value === '1'),
  NEXTAUTH_SECRET: z.string().min(16),
  HUIYING_MASTER_KEY: z
    .string()
    .refine((value) => Buffer.from(value, 'base64').length === 32, 'must be 32 bytes in base64'),
  /** Requests a minute that one API token may send. */
  API_REQUESTS_PER_MINUTE: z.coerce.number().int().min(1).default(3000),
  /** How many messages one person gets outside in any minute; what is more comes in one of them. */
  MESSAGES_PER_PERSON_PER_MINUTE: z.coerce.number().int().min(1).default(5),
  /** Where people reach the product; links in messages begin with it. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  LOG_LEVEL: z.string().default('info'),
});
export type Env = z.output<typeof schema>;

let cached: Env | null = null;

/** The process environment, validated once. Throws with the names of what is missing or wrong. */
export function env(): Env {
  if (cached) return cached;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment is not complete.\n${faults.join('\n')}`);
  }
  cached = parsed.data;
  return cached;
}

/** 32-byte key that wraps the keys of incidents. */
export function masterKey(): Buffer {
  return Buffer.from(env().HUIYING_MASTER_KEY, 'base64');
}

/** Where people reach the product, without a slash at the end. */
export function publicUrl(): string {
  const { PUBLIC_URL, PORT } = env();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}
