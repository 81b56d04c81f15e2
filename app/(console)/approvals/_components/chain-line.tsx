import { useLocale, useTranslations } from 'next-intl';
import type { Tone } from '@/components/ui/badge';
import { Badge } from '@/components/ui/badge';
import { classNames } from '@/components/ui/class-names';
import { Panel, Section } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import type { SignatureCard, SignatureStep } from '@/lib/incident/server';

const TONES: Record<SignatureStep['state'], Tone> = {
  waiting: 'neutral',
  open: 'amber',
  approved: 'green',
  returned: 'red',
  skipped: 'neutral',
};

const DOTS: Record<SignatureStep['state'], string> = {
  waiting: 'border-control bg-paper',
  open: 'border-amber-mark bg-amber-mark',
  approved: 'border-green bg-green',
  returned: 'border-red-mark bg-red-mark',
  skipped: 'border-control bg-sunken',
};

/** The run as a vertical line: who signed, who is next, in which order. */
export function ChainLine({
  card,
  now,
  isFolded = false,
}: {
  card: SignatureCard;
  now: string;
  isFolded?: boolean;
}) {
  const t = useTranslations('approvals');
  const position = card.steps.findIndex((step) => step.state === 'open') + 1;
  const summary = t('chainSummary', { position, count: card.steps.length });
  const line = (
    <ol>
      {card.steps.map((step) => (
        <Step key={step.id} step={step} now={now} />
      ))}
    </ol>
  );
  return isFolded ? (
    <Section title={t('chain')} summary={summary} open={false}>
      {line}
    </Section>
  ) : (
    <Panel title={t('chain')}>{line}</Panel>
  );
}

function Step({ step, now }: { step: SignatureStep; now: string }) {
  const t = useTranslations('approvals');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const given = step.decisions.filter((one) => one.decision === 'approve' && !one.isVoid).length;
  return (
    <li className="group/step relative pb-4 ps-5 last:pb-0">
      <span
        aria-hidden="true"
        className="absolute start-[4.5px] top-3 bottom-0 w-px bg-line group-last/step:hidden"
      />
      <span
        aria-hidden="true"
        className={classNames(
          'absolute start-0 top-1.5 size-2.5 rounded-full border-2',
          DOTS[step.state],
        )}
      />
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">
          {step.role === 'group' ? t('group') : words(`role.${step.role}`)}
        </span>
        <Badge tone={TONES[step.state]}>{t(`step.${step.state}`)}</Badge>
      </p>
      {step.decisions.map((one) => (
        <p key={one.id} className={one.isVoid ? 'text-xs text-faint' : 'text-xs text-soft'}>
          {one.name} · {t(`decision.${one.decision}`)} · <Time at={one.at} now={now} />
          {one.isVoid && one.decision === 'approve' && ` · ${t('voidSignature')}`}
          {one.reason && <span className="block">{one.reason}</span>}
          {one.recorded && (
            <span className="block">
              {t(`how.${one.recorded.how}`, { name: one.recorded.by })}
              {one.recorded.how === 'phone' &&
                ` · ${t(one.recorded.isConfirmed ? 'consentConfirmed' : 'consentOpen')}`}
            </span>
          )}
        </p>
      ))}
      {step.state === 'open' && step.needed > 1 && (
        <p className="text-xs text-soft">{t('needed', { needed: step.needed, given })}</p>
      )}
      {step.waitingFor.length > 0 && (
        <p className="text-xs text-faint">
          {step.needed === 1 && step.waitingFor.length > 1
            ? t('anyOf', { names: joinWords(step.waitingFor, locale) })
            : t('waitingFor', { names: joinWords(step.waitingFor, locale) })}
        </p>
      )}
    </li>
  );
}
