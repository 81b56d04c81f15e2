import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Time } from '@/components/ui/time';
import { tellingsOf } from '@/lib/incident/telling';
import type { Making } from './sheet-initial';

/** 通报情况: bodies outside that the plan wants told, each with who told it when, how and whom. */
export function Tellings({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const { view, words, nameOf } = page;
  const bodies = tellingsOf(view.plan.plan, view.state);
  if (bodies.length === 0) return null;
  const language = page.locale === 'en' ? 'en' : 'zh';
  return (
    <div className="mb-4">
      <h3 className="mb-2 text-xs font-medium text-faint">{t('tellings')}</h3>
      <ul className="divide-y divide-line rounded-md border border-line">
        {bodies.map(({ key, label, dueAt, told, isLate }) => (
          <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
            <span className="min-w-0 grow basis-40 break-words">{label[language]}</span>
            {told ? (
              <span className="flex flex-wrap items-baseline gap-x-2 text-xs text-soft">
                <Badge tone={isLate ? 'red' : 'green'}>{t(isLate ? 'toldLate' : 'told')}</Badge>
                <Time at={told.sentAt} now={view.now} />
                <span>
                  {[words.option('reportMedium', told.medium), nameOf(told.sentBy), told.contact]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            ) : (
              <>
                <span className="flex items-baseline gap-x-2 text-xs text-faint">
                  <Badge tone={isLate ? 'red' : 'amber'}>{t('notTold')}</Badge>
                  {dueAt && (
                    <>
                      {t('dueBy')} <Time at={dueAt} now={view.now} />
                    </>
                  )}
                </span>
                {page.may('sendReport') && (
                  <CommandButton
                    command="sendReport"
                    preset={{ target: 'authority', kind: 'initial', bodyKey: key }}
                    size="sm"
                  >
                    {t('recordTelling')}
                  </CommandButton>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
