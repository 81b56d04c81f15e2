import { useTranslations } from 'next-intl';
import type { Instant } from '@/lib/calendar/instant';
import type { Rehearsed } from '@/lib/escalation/rehearsal';
import { Table } from '../ui/table';
import { Time } from '../ui/time';
import { type ReachNames, skipWords, standInWords } from './reach-words';
import { momentWords } from './step-words';

/** Who would be told when, one line per time, with those left out and why. */
export function RehearsalTable({
  rows,
  now,
  nameOf,
  groupOf,
}: {
  rows: readonly Rehearsed[];
  now: Instant;
} & Omit<ReachNames, 't'>) {
  const t = useTranslations('alerts');
  const names: ReachNames = { t: t as ReachNames['t'], nameOf, groupOf };
  return (
    <Table
      stacked
      caption={t('steps')}
      columns={[
        { label: t('when'), className: 'w-52' },
        { label: t('who') },
        { label: t('notTold') },
      ]}
    >
      {rows.map(({ at, steps, reach: { personIds, skipped, standIns } }) => {
        const beside = new Set(standIns.map((one) => one.personId));
        const own = personIds.filter((id) => !beside.has(id));
        return (
          <tr key={at}>
            <td>
              <span className="font-medium tabular-nums">
                <Time at={at} now={now} />
              </span>
              <span className="block text-xs text-faint">
                {steps.map((step) => momentWords(step, names.t)).join(t('comma'))}
              </span>
            </td>
            <td data-label={t('who')}>
              {personIds.length === 0 && <span className="text-red">{t('none')}</span>}
              {own.map(nameOf).join(t('comma'))}
              {standIns.map((one) => (
                <span
                  key={`${one.personId} ${one.forId}`}
                  className={one.why === 'delegate' ? 'block text-soft' : 'block text-amber'}
                >
                  {standInWords(one, names)}
                </span>
              ))}
            </td>
            <td data-label={skipped.length > 0 ? t('notTold') : undefined} className="text-soft">
              {skipped.map((one) => {
                const text = skipWords(one, names);
                return (
                  <span key={text} className="block">
                    {text}
                  </span>
                );
              })}
            </td>
          </tr>
        );
      })}
    </Table>
  );
}
