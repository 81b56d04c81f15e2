import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { formatLocal } from '@/lib/calendar';
import { ROSTER_REFUSALS } from '@/lib/duty/refusal';

const DONE = [
  'covered',
  'coverEnded',
  'leave',
  'leaveCancelled',
  'gap',
  'gapUnmarked',
  'shiftsChanged',
  'shiftsRemoved',
  'shiftsAdded',
  'rosterCreated',
  'rosterRenamed',
  'rosterMoved',
  'feedRevoked',
  'swapAsked',
  'swapAnswered',
  'swapWithdrawn',
] as const;

/** How the last form of a roster page ended, from the address it came back to. */
export async function FormFault({
  search,
}: {
  search: Readonly<Record<string, string | undefined>>;
}) {
  const [t, refusals] = await Promise.all([getTranslations('roster'), getTranslations('refusals')]);
  const refused = ROSTER_REFUSALS.find((code) => code === search.fault);
  const done = DONE.find((one) => one === search.done);
  const isInstant = search.at && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(search.at);
  return (
    <>
      {refused && (
        <div role="alert">
          <Notice tone="red">
            {refusals(refused)}
            {isInstant && (
              <span className="ms-1 tabular-nums">({formatLocal(search.at ?? '')})</span>
            )}
          </Notice>
        </div>
      )}
      {search.fault === 'invalid' && (
        <div role="alert">
          <Notice tone="red">{t('fault.invalid')}</Notice>
        </div>
      )}
      {done && (
        <div role="status">
          <Notice tone="green">{t(`done.${done}`, { count: Number(search.count) || 0 })}</Notice>
        </div>
      )}
    </>
  );
}
