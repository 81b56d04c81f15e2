import { getTranslations } from 'next-intl/server';
import { IncidentCommands } from './incident-commands';

/** The one dialog of the page in which every command's form opens. */
export async function CommandDesk({ incidentId }: { incidentId: string }) {
  const [t, incident, guards] = await Promise.all([
    getTranslations('commands'),
    getTranslations('incident'),
    getTranslations('guards'),
  ]);
  const keys = [
    'close',
    'cancel',
    'loading',
    'loadFailed',
    'busy',
    'required',
    'notANumber',
    'invalid',
    'offline',
    'checkFields',
    'keptText',
    'draftRestored',
    'draftDiscard',
    'none',
    'choose',
    'unknown',
    'nothing',
    'refresh',
    'refreshed',
    'confirmYes',
    'partsTitle',
    'partsComplete',
    'pointsRest',
    'optional',
  ] as const;
  const texts = Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)]));
  const form = {
    ...(texts as Record<(typeof keys)[number], string>),
    secrecy: guards('secrecy'),
    tooLong: t('form.tooLong', { max: '{max}' }),
    parts: [0, 1, 2, 3, 4].map((index) => t(`form.parts.${index}`)),
  };
  return (
    <IncidentCommands incidentId={incidentId} texts={form} changedBy={incident('changedBy')} />
  );
}
