import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { LevelBadge } from '@/components/incident/level-badge';
import { classNames } from '@/components/ui/class-names';
import { formatSpan } from '@/lib/i18n/format-span';
import type { Locale } from '@/lib/i18n/locales';
import type { WaitingSignature } from '@/lib/incident/server';

const hrefOf = (stepId: string) => `/approvals?tab=sign&step=${stepId}`;

/** All texts that wait, beside the one that is open. */
export function Queue({
  signatures,
  current,
  now,
  locale,
}: {
  signatures: readonly WaitingSignature[];
  current: string;
  now: string;
  locale: Locale;
}) {
  const t = useTranslations('approvals');
  return (
    <nav
      aria-label={t('queue', { count: signatures.length })}
      className="rounded-md border border-line bg-paper"
    >
      <p className="border-b border-line px-4 py-2.5 font-semibold">
        {t('queue', { count: signatures.length })}
      </p>
      <ul>
        {signatures.map((one) => (
          <li key={one.stepId} className="border-b border-line last:border-0">
            <Link
              href={hrefOf(one.stepId)}
              aria-current={one.stepId === current ? 'true' : undefined}
              className={classNames(
                'block border-s-2 px-3.5 py-2.5',
                one.stepId === current
                  ? 'border-accent bg-accent-pale'
                  : 'border-transparent hover:bg-sunken',
              )}
            >
              <span className="block font-medium">{one.wordingTitle}</span>
              <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-soft">
                <LevelBadge grade={one.grade} plan={one.plan} />
                {t(`kind.${one.kind}`)}
                <span>{t('waited', { span: waited(one.waitingSince, now, locale) })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone: which of how many, and the way to the others. */
export function QueuePager({
  signatures,
  current,
}: {
  signatures: readonly WaitingSignature[];
  current: string;
}) {
  const t = useTranslations('approvals');
  const index = signatures.findIndex((one) => one.stepId === current);
  if (signatures.length < 2) return null;
  const [before, after] = [signatures[index - 1], signatures[index + 1]];
  return (
    <nav
      aria-label={t('queue', { count: signatures.length })}
      className="flex min-h-9 items-center gap-4 lg:hidden"
    >
      <span className="grow text-soft">
        {t('position', { index: index + 1, count: signatures.length })}
      </span>
      {before && <PagerLink href={hrefOf(before.stepId)}>{t('earlier')}</PagerLink>}
      {after && <PagerLink href={hrefOf(after.stepId)}>{t('later')}</PagerLink>}
    </nav>
  );
}

function PagerLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className="flex min-h-9 items-center text-accent hover:underline">
      {children}
    </Link>
  );
}

/** How long something has waited, in words. */
export function waited(since: string, now: string, locale: Locale): string {
  return formatSpan(Math.max(0, Date.parse(now) - Date.parse(since)), locale);
}
