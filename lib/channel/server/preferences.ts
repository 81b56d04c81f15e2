import 'server-only';
import { z } from 'zod';
import { holdsPermission } from '@/lib/access/policy';
import { Problem } from '@/lib/access/problem';
import { personActor, recordChange } from '@/lib/access/server';
import { defaultLocale, locales } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { prisma } from '@/lib/platform/db';
import { checked } from './channels';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const kinds = z.array(z.enum(['mail', 'sms'])).max(2);

/** How a person wants to be reached outside; the in-app notice comes in any case. */
export const preferenceInput = z
  .strictObject({
    mail: z.email().max(254).nullable(),
    preferred: kinds,
    declined: kinds,
    quietFrom: time.nullable(),
    quietTo: time.nullable(),
    /** Of the messages outside; the pages follow the browser. */
    language: z.enum(locales).default(defaultLocale),
  })
  .refine(({ quietFrom, quietTo }) => (quietFrom === null) === (quietTo === null), {
    path: ['quietTo'],
  });
export type Preference = z.output<typeof preferenceInput>;
type PreferenceInput = z.input<typeof preferenceInput>;

const NONE: Preference = {
  mail: null,
  preferred: [],
  declined: [],
  quietFrom: null,
  quietTo: null,
  language: defaultLocale,
};

/** The person's own wishes. */
export async function readPreference(actor: Actor): Promise<Preference> {
  const row = await prisma.contactPreference.findUnique({ where: { userId: actor.id } });
  if (!row) return NONE;
  const { mail, preferred, declined, quietFrom, quietTo, language } = row;
  return { mail, preferred, declined, quietFrom, quietTo, language } as Preference;
}

/**
 * Stores the person's own wishes; nobody sets those of others. The record says that they changed,
 * not the address.
 * Throws `Problem` FORBIDDEN, INVALID_INPUT.
 */
export async function savePreference(actor: Actor, given: PreferenceInput): Promise<void> {
  const { orgId, id: userId } = actor;
  if (!holdsPermission(actor, 'preference:edit') || orgId === null) throw new Problem('FORBIDDEN');
  const wanted = checked(preferenceInput, given, '');
  await prisma.$transaction(async (tx) => {
    const data = { ...wanted, updatedAt: new Date() };
    await tx.contactPreference.upsert({
      where: { userId },
      update: data,
      create: { userId, ...data },
    });
    const { mail, ...rest } = wanted;
    const payload = { userId, hasMail: mail !== null, ...rest };
    await recordChange(tx, orgId, 'org.preferenceStored', personActor(userId), payload);
  });
}
