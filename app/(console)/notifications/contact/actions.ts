'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Problem } from '@/lib/access/problem';
import { requireActor } from '@/lib/access/server';
import { savePreference } from '@/lib/channel/server';
import { locales } from '@/lib/i18n/locales';

const text = z.string().trim().default('');
const form = z.object({
  mail: text,
  first: z.enum(['mail', 'sms']),
  noMail: z.string().optional(),
  noSms: z.string().optional(),
  quietFrom: text,
  quietTo: text,
  language: z.enum(locales),
});

/** Stores how the person wants to be reached; the field that does not fit comes back. */
export async function savePreferenceAction(data: FormData): Promise<void> {
  const actor = await requireActor();
  const given = form.parse(Object.fromEntries(data));
  const { mail, first, noMail, noSms, quietFrom, quietTo, language } = given;
  try {
    await savePreference(actor, {
      mail: mail || null,
      preferred: first === 'mail' ? ['mail', 'sms'] : ['sms', 'mail'],
      declined: [...(noMail ? ['mail' as const] : []), ...(noSms ? ['sms' as const] : [])],
      quietFrom: quietFrom || null,
      quietTo: quietTo || null,
      language,
    });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'INVALID_INPUT') throw error;
    const at = error.facts.errors?.[0]?.path ?? '';
    redirect(`/notifications/contact?fault=${encodeURIComponent(at)}`);
  }
  redirect('/notifications/contact?saved=1');
}
