import { getTranslations } from 'next-intl/server';
import { maskTexts } from '@/components/incident/mask-texts';
import { POINT_FINDINGS } from '@/lib/incident/keys';
import { IncidentCommands } from './incident-commands';

/** Places the browser fills in. */
const OVERTAKEN = { name: '{name}', at: '{at}', newest: '{newest}', base: '{base}' };

/** The one dialog of the page in which every command's form opens. */
export async function CommandDesk({ incidentId }: { incidentId: string }) {
  const [t, incident, ui, guards, all] = await Promise.all([
    getTranslations('commands'),
    getTranslations('incident'),
    getTranslations('ui'),
    getTranslations('guards'),
    getTranslations(),
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
    'draftKeep',
    'draftFailed',
    'disconnected',
    'reconnected',
    'none',
    'choose',
    'unknown',
    'nothing',
    'refresh',
    'refreshed',
    'confirmYes',
    'partsTitle',
    'partsComplete',
    'pointFinding',
    'pointSaid',
    'pointEvidence',
    'optional',
  ] as const;
  const texts = Object.fromEntries(keys.map((key) => [key, t(`form.${key}`)]));
  const form = {
    ...(texts as Record<(typeof keys)[number], string>),
    secrecy: guards('secrecy'),
    mask: maskTexts(all),
    tooLong: t('form.tooLong', { max: '{max}' }),
    signs: t('copy.signs', { count: '{count}' }),
    draftKeptAt: t('form.draftKeptAt', { at: '{at}', count: '{count}' }),
    draftBase: t('form.draftBase', { version: '{version}' }),
    otherWriters: t('form.otherWriters', { names: '{names}' }),
    listSeparator: t('form.listSeparator'),
    otherWritersWhat: t('form.otherWritersWhat', { since: '{since}' }),
    overtaken: {
      title: t('form.overtaken.title', OVERTAKEN),
      lead: t('form.overtaken.lead'),
      theirs: t('form.overtaken.theirs', OVERTAKEN),
      difference: t('form.overtaken.difference', OVERTAKEN),
      added: ui('diff.added'),
      removed: ui('diff.removed'),
      takeTheirs: t('form.overtaken.takeTheirs', OVERTAKEN),
      keepMine: t('form.overtaken.keepMine'),
      decideFirst: t('form.overtaken.decideFirst'),
      setAside: t('form.overtaken.setAside'),
    },
    pointsOpen: t('form.pointsOpen', { points: '{points}' }),
    pointFindings: POINT_FINDINGS.map((value) => ({
      value,
      label: t(`option.pointFinding.${value}`),
    })),
    parts: [0, 1, 2, 3, 4].map((index) => t(`form.parts.${index}`)),
  };
  return (
    <IncidentCommands incidentId={incidentId} texts={form} changedBy={incident('changedBy')} />
  );
}
