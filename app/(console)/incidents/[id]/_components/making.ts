import 'server-only';
import { getLocale, getTranslations } from 'next-intl/server';
import { toLocale } from '@/lib/i18n/locales';
import type { Actor } from '@/lib/incident/context';
import { getIncident, namesOf, orgNameOf } from '@/lib/incident/server';
import { pageContext, peopleIn } from './context';
import type { Making } from './sheet-initial';
import { wordsOf } from './words';

/** Loads an incident with everything its page and its forms are made from. */
export async function loadMaking(actor: Actor, incidentId: string): Promise<Making> {
  const [view, locale, commands, words, deadlines] = await Promise.all([
    getIncident(actor, incidentId),
    getLocale().then(toLocale),
    getTranslations('commands'),
    getTranslations('words'),
    getTranslations('deadlines'),
  ]);
  const [names, orgName] = await Promise.all([
    namesOf([...peopleIn(view), actor.id]),
    orgNameOf(view.state.incident.orgId),
  ]);
  return {
    ...pageContext(view, view.actor, locale, names),
    words: wordsOf(commands, words, deadlines, view.plan.plan, locale),
    orgName,
  };
}
