import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/incident/command-button';
import { Badge } from '@/components/ui/badge';
import { Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { Entry } from './entry';
import type { Making } from './sheet-initial';

/** 责任追究线索: handed to a discipline body. Only who may read it is sent it at all. */
export function Accountability({ page }: { page: Making }) {
  const t = useTranslations('incident');
  const commands = useTranslations('commands');
  const { view, nameOf } = page;
  const { accountability } = view.state;
  if (accountability.length === 0) return null;
  return (
    <Section
      id="accountability"
      title={t('section.accountability')}
      open
      summary={t('accountabilityCount', { count: accountability.length })}
    >
      <p className="mb-3 text-xs text-faint">{t('accountabilityClosed')}</p>
      <ul>
        {accountability.map((one) => (
          <Entry
            key={one.id}
            title={`${one.body ?? t('erased')} · ${one.number ?? ''}`}
            by={nameOf(one.handedBy)}
            at={one.handedAt}
            now={view.now}
            marks={
              one.answeredAt ? (
                <Badge tone="green">
                  {t('answered')} <Time at={one.answeredAt} now={view.now} />
                </Badge>
              ) : (
                <Badge tone="amber">{t('handedOver')}</Badge>
              )
            }
            actions={
              !one.answeredAt && page.may('answerAccountability') ? (
                <CommandButton
                  command="answerAccountability"
                  preset={{ accountabilityId: one.id }}
                  size="sm"
                >
                  {commands('label.answerAccountability')}
                </CommandButton>
              ) : null
            }
          >
            <p>{one.content ?? t('erased')}</p>
            {one.answeredAt && (
              <p className="mt-1">{t('answerLine', { text: one.answer ?? t('erased') })}</p>
            )}
          </Entry>
        ))}
      </ul>
    </Section>
  );
}
