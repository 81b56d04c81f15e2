import { getTranslations } from 'next-intl/server';
import type { VerifyTexts } from './verify';

const REASONS = ['stream', 'gap', 'seq', 'prev', 'hash', 'head', 'row', 'replay'] as const;

/** Sentences of a check, with the places the browser fills in left open. */
export async function verifyTexts(): Promise<VerifyTexts> {
  const t = await getTranslations('audit');
  const open = { events: '{events}', ms: '{ms}', at: '{at}' };
  return {
    verify: t('verify.one'),
    verifyAll: t('verify.all'),
    running: t('verify.running'),
    notYet: t('verify.notYet'),
    ok: t('verify.ok', open),
    bad: t('verify.bad', { seq: '{seq}', reason: '{reason}' }),
    badRow: t('verify.badRow', { place: '{place}', reason: '{reason}' }),
    failed: t('verify.failed'),
    noFiles: t('verify.noFiles'),
    files: t('verify.files', { files: '{files}' }),
    badFiles: t('verify.badFiles', { files: '{files}', bad: '{bad}' }),
    badFile: t('verify.badFile', { file: '{file}', fault: '{fault}' }),
    fileFaults: { missing: t('verify.fault.missing'), changed: t('verify.fault.changed') },
    reasons: Object.fromEntries(REASONS.map((key) => [key, t(`verify.reason.${key}`)])),
  };
}
