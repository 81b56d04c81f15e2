'use client';

import { useTranslations } from 'next-intl';
import { Notice } from '@/components/ui/notice';
import type { NoticeProblem } from '@/lib/calendar/notice';

/** What of a notice was not taken over, and what is worth a look. */
export function Problems({ problems }: { problems: readonly NoticeProblem[] }) {
  const t = useTranslations('calendar');
  return (['error', 'warning'] as const).map((severity) => {
    const own = problems.filter((one) => one.severity === severity);
    if (own.length === 0) return null;
    const title =
      severity === 'error'
        ? t('notice.errors', { count: own.length })
        : t('notice.warnings', { count: own.length });
    return (
      <Notice key={severity} tone={severity === 'error' ? 'red' : 'amber'} title={title}>
        <ul className="mt-1 space-y-1.5">
          {own.map((problem, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is shown once, in order
            <li key={index}>
              <ProblemText problem={problem} />
            </li>
          ))}
        </ul>
      </Notice>
    );
  });
}

function ProblemText({ problem: { code, line, quote, detail } }: { problem: NoticeProblem }) {
  const t = useTranslations('calendar');
  const weekday = (value: string | number | undefined) => t(`weekdays.${Number(value) || 0}`);
  const isWeekday = code === 'weekday_differs';
  const said = isWeekday ? weekday(detail.said) : String(detail.said ?? '');
  const values = {
    date: String(detail.date ?? ''),
    year: String(detail.year ?? ''),
    text: String(detail.text ?? ''),
    names: String(detail.names ?? ''),
    path: String(detail.path ?? ''),
    most: String(detail.most ?? ''),
    expected: String(detail.expected ?? ''),
    counted: String(detail.counted ?? ''),
    weekday: weekday(detail.weekday),
    is: weekday(detail.is),
    said,
  };
  return (
    <>
      {line !== null && <span className="me-1 text-xs">{t('notice.line', { line })}</span>}
      {t(`problem.${code}`, values)}
      {quote && <q className="block text-xs break-words">{quote}</q>}
    </>
  );
}
