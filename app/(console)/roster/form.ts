import 'server-only';
import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { fromDateTimeLocal } from '@/lib/i18n/format';
import type { Actor } from '@/lib/incident/context';

const MOST_KEPT = 200;

/** A roster as it was seen, in one field: `<id> <revision>`. */
export const markField = z
  .string()
  .regex(/^[0-9a-f-]{36} \d{1,9}$/)
  .transform((text) => {
    const [rosterId = '', revision] = text.split(' ');
    return { rosterId, revision: Number(revision) };
  });

/** A `datetime-local` field, read in Shanghai. */
export const momentField = z.string().transform((text, context) => {
  const at = fromDateTimeLocal(text);
  if (at !== null) return at;
  context.addIssue('not a moment');
  return z.NEVER;
});

/** A person chosen in a list, or nobody. */
export const personField = z.union([z.literal('').transform(() => null), z.uuid()]);

interface Form<T> {
  /** Where the page stands that holds the form; `to` = part of it to show. */
  path: string;
  to?: string;
  schema: z.ZodType<T>;
  /** Carries the change out; what to tell comes back in the address. */
  change: (actor: Actor, input: T) => Promise<Record<string, string | number>>;
}

/**
 * Carries out a form and goes back to its page: with what was done, or with why not and with what
 * was filled in.
 */
export async function carryOut<T>(data: FormData, { path, to, schema, change }: Form<T>) {
  const actor = await requireActor();
  const fields = Object.fromEntries([...data].filter(([name]) => !name.startsWith('$')));
  const parsed = schema.safeParse(fields);
  const goBack = (told: Record<string, string | number>): never => {
    const query = new URLSearchParams(
      Object.entries(told).map(([key, value]) => [key, String(value)]),
    );
    redirect(`${path}?${query}${to ? `#${to}` : ''}`);
  };
  const kept = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === 'string' && value.length <= MOST_KEPT ? [[name, value]] : [],
    ),
  );
  if (!parsed.success) return goBack({ ...kept, fault: 'invalid' });
  let told: Record<string, string | number>;
  try {
    told = await change(actor, parsed.data);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { reason, detail } = error.facts;
    if (!reason && error.code !== 'INVALID_INPUT') throw error;
    const at = typeof detail?.at === 'string' ? { at: detail.at } : {};
    told = { ...kept, fault: reason ?? 'invalid', ...at };
  }
  revalidatePath('/', 'layout');
  return goBack(told);
}
