import { useTranslations } from 'next-intl';
import { classNames } from '../ui/class-names';
import { Time } from '../ui/time';

export interface ChainStep {
  id: string;
  title: string;
  state: 'waiting' | 'open' | 'approved' | 'returned' | 'skipped' | 'void';
  /** People whose approval the step still needs. */
  needed: number;
  waitingFor: readonly string[];
  decisions: readonly {
    id: string;
    name: string;
    verdict: 'approve' | 'return';
    /** It no longer counts: the text went back to this step or before it. */
    isVoid: boolean;
    reason: string | null;
    at: string;
    /** For whom it was signed, where not for oneself. */
    standsFor?: { kind: 'delegate' | 'acting'; name: string } | undefined;
    /** Who put it on record and what the person named said to it; null = signed in person. */
    recorded: {
      how: 'phone' | 'minutes';
      by: string;
      answer: 'open' | 'confirmed' | 'denied';
      denyReason: string | null;
    } | null;
  }[];
  /** Voters who object to the minutes without being named in them. */
  objections: readonly { id: string; name: string; reason: string | null; at: string }[];
}

const DOTS: Record<ChainStep['state'], string> = {
  waiting: 'border-control bg-paper',
  open: 'border-accent bg-paper ring-4 ring-accent-pale',
  approved: 'border-green bg-green',
  returned: 'border-red bg-red',
  skipped: 'border-control bg-sunken',
  void: 'border-control bg-sunken',
};

/** The people a text goes through, one under the other, with decisions and times. */
export function ApprovalChain({ steps, now }: { steps: readonly ChainStep[]; now: string }) {
  const t = useTranslations('incident');
  if (steps.length === 0) return <p className="text-xs text-faint">{t('notSubmitted')}</p>;
  return (
    <ol aria-label={t('chain')} className="text-xs">
      {steps.map((step) => (
        <li key={step.id} className="group relative flex gap-3 pb-3 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-1.5 top-4 bottom-0 w-px bg-line group-last:hidden"
          />
          <span
            aria-hidden="true"
            className={classNames(
              'relative mt-1 size-3 shrink-0 rounded-full border',
              DOTS[step.state],
            )}
          />
          <div className="min-w-0">
            <p className="font-medium">
              {step.title}{' '}
              <span className="font-normal text-faint">{t(`stepState.${step.state}`)}</span>
            </p>
            {step.decisions.map((one) => (
              <p
                key={one.id}
                className={
                  one.isVoid ? 'text-faint' : one.verdict === 'return' ? 'text-red' : 'text-soft'
                }
              >
                {one.name}
                {one.standsFor &&
                  t(`standsFor.${one.standsFor.kind}`, { name: one.standsFor.name })}{' '}
                {t(`verdict.${one.verdict}`)} <Time at={one.at} now={now} />
                {one.isVoid &&
                  one.verdict === 'approve' &&
                  one.recorded?.answer !== 'denied' &&
                  ` ${t('voidSignature')}`}
                {one.reason && <span className="block">{one.reason}</span>}
                {one.recorded && <Recorded recorded={one.recorded} />}
              </p>
            ))}
            {step.objections.map((one) => (
              <p key={one.id} className="text-red">
                {t('objected', { name: one.name, reason: one.reason ?? '' })}{' '}
                <Time at={one.at} now={now} />
              </p>
            ))}
            {step.waitingFor.length > 0 && (
              <p className="text-amber">
                {step.needed > 1
                  ? t('waitsForSome', { needed: step.needed, names: step.waitingFor.join('、') })
                  : t('waitsFor', { names: step.waitingFor.join('、') })}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** How a signature came on record that its person did not give by hand. */
function Recorded({
  recorded,
}: {
  recorded: NonNullable<ChainStep['decisions'][number]['recorded']>;
}) {
  const t = useTranslations('incident');
  const { how, by, answer, denyReason } = recorded;
  return (
    <span className="block">
      {t(`how.${how}`, { name: by })}
      {answer === 'confirmed' && ` · ${t('consentConfirmed')}`}
      {answer === 'open' && how === 'phone' && (
        <span className="text-amber"> · {t('consentOpen')}</span>
      )}
      {answer === 'denied' && (
        <span className="block text-red">{t('consentDenied', { reason: denyReason ?? '' })}</span>
      )}
    </span>
  );
}
