import { useTranslations } from 'next-intl';
import type { Instant } from '@/lib/calendar/instant';
import type { StepReach } from '@/lib/escalation/reachability';
import { Badge } from '../ui/badge';
import { Panel } from '../ui/layout';
import { Notice } from '../ui/notice';
import { Table } from '../ui/table';
import { Time } from '../ui/time';
import { type ReachNames, skipWords, targetWords } from './reach-words';
import { momentWords } from './step-words';

/** Whether every step of a plan reaches somebody at every hour that was looked at. */
export function ReachCheck({
  steps,
  now,
  nameOf,
  groupOf,
  policyOf,
}: {
  steps: readonly StepReach[];
  now: Instant;
  /** What a policy is called. */
  policyOf: (key: string | null) => string;
} & Omit<ReachNames, 't'>) {
  const t = useTranslations('alerts');
  const names: ReachNames = { t: t as ReachNames['t'], nameOf, groupOf };
  const skipped = steps.flatMap((one) => one.skipped);
  const silent = skipped.flatMap((one) =>
    one.reason === 'no_contact' && one.personId ? [nameOf(one.personId)] : [],
  );
  const isWell = steps.every((one) => one.reachedHours === one.hours);
  return (
    <Panel title={t('check')} flush>
      <div className="space-y-3 px-4 py-3">
        <p className="text-soft">{t('checkLead')}</p>
        {silent.length > 0 && (
          <Notice tone="amber" title={t('noContactTitle')}>
            {t('noContact', { names: [...new Set(silent)].join(t('comma')) })}
          </Notice>
        )}
        {isWell && <Notice tone="green">{t('allWell')}</Notice>}
      </div>
      <Table
        stacked
        caption={t('check')}
        columns={[
          { label: t('step') },
          { label: t('who') },
          { label: t('reached') },
          { label: t('why') },
        ]}
      >
        {steps.map(
          ({ policyKey, atMinutes, to, reachedHours, hours, firstGapAt, skipped: why }) => (
            <tr key={`${policyKey} ${atMinutes} ${to.join()}`}>
              <td>
                <span className="font-medium">
                  {momentWords({ minutes: atMinutes, repetition: 0 }, names.t)}
                </span>
                {policyKey !== null && (
                  <span className="block text-xs text-faint">{policyOf(policyKey)}</span>
                )}
              </td>
              <td data-label={t('who')}>
                {to.map((one) => targetWords(one, names)).join(t('comma'))}
              </td>
              <td data-label={t('reached')}>
                {reachedHours === hours ? (
                  <Badge tone="green">{t('always')}</Badge>
                ) : (
                  <>
                    <Badge tone={reachedHours === 0 ? 'red' : 'amber'}>
                      {t('partly', { reached: reachedHours, hours })}
                    </Badge>{' '}
                    {firstGapAt && (
                      <span className="block text-xs text-soft">
                        {t('gap')} <Time at={firstGapAt} now={now} />
                      </span>
                    )}
                  </>
                )}
              </td>
              <td data-label={why.length > 0 ? t('why') : undefined} className="text-soft">
                {why.map((one) => {
                  const text = skipWords(one, names);
                  return (
                    <span key={text} className="block">
                      {one.hours === hours ? text : t('hoursOf', { text, hours: one.hours })}
                    </span>
                  );
                })}
              </td>
            </tr>
          ),
        )}
      </Table>
    </Panel>
  );
}
