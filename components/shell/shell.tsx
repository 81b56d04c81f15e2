import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { toLocale } from '@/lib/i18n/locales';
import { ClockProvider } from '../ui/clock';
import { Toaster } from '../ui/toast';
import { Live } from './live';
import type { ShellModel } from './model';
import { BottomBar, Rail } from './rail';
import { ShellKeys } from './shell-keys';
import { SoftLinks } from './soft-links';
import { TopBar } from './top-bar';

/** The frame of the signed-in area. `now` is business time, ISO UTC. */
export function Shell({
  shell,
  now,
  children,
}: {
  shell: ShellModel;
  now: string;
  children: ReactNode;
}) {
  const t = useTranslations('shell');
  const ui = useTranslations('ui');
  const slots = { time: '{time}', days: '{days}', at: '{at}' };
  return (
    <ClockProvider
      now={now}
      locale={toLocale(useLocale())}
      texts={{
        left: ui('countdown.left', slots),
        over: ui('countdown.over', slots),
        leftDays: ui('countdown.leftDays', slots),
        overDays: ui('countdown.overDays', slots),
        met: ui('countdown.met'),
        metLate: ui('countdown.metLate'),
        due: ui('countdown.due', slots),
      }}
    >
      <a
        href="#main"
        className="absolute start-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <TopBar shell={shell} />
      <div className="flex">
        <Rail entries={shell.nav} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 grow px-3 py-4 outline-none max-md:pb-24 sm:px-4 lg:px-6"
        >
          <div className="mx-auto max-w-[1400px]">{children}</div>
        </main>
      </div>
      <BottomBar entries={shell.nav} />
      <ShellKeys canLog={shell.mayLog} />
      <SoftLinks />
      <Live />
      <Toaster closeLabel={ui('close')} />
    </ClockProvider>
  );
}
