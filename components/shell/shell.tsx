import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { fill } from '@/lib/i18n/fill';
import { joinWords } from '@/lib/i18n/format';
import { toLocale } from '@/lib/i18n/locales';
import { ClockProvider } from '../ui/clock';
import { Frame } from './frame';
import type { ShellModel, ShellTexts } from './model';
import { navFor } from './nav';

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
  const ui = useTranslations('ui');
  const locale = toLocale(useLocale());
  return (
    <ClockProvider
      now={now}
      locale={locale}
      texts={{
        left: ui.raw('countdown.left'),
        over: ui.raw('countdown.over'),
        leftDays: ui.raw('countdown.leftDays'),
        overDays: ui.raw('countdown.overDays'),
        met: ui('countdown.met'),
        metLate: ui('countdown.metLate'),
        due: ui.raw('countdown.due'),
      }}
    >
      <Frame shell={shell} locale={locale} texts={useShellTexts(shell)}>
        {children}
      </Frame>
    </ClockProvider>
  );
}

/** The frame's words, looked up here so that the browser needs no catalogue. */
function useShellTexts(shell: ShellModel): ShellTexts {
  const t = useTranslations('shell');
  const ui = useTranslations('ui');
  const words = useTranslations('words');
  const roles = shell.person.roles.map((role) => words(`role.${role}`));
  return {
    product: t('product'),
    skip: t('skip'),
    mainNav: t('mainNav'),
    more: t('more'),
    search: t('search'),
    searchPlaceholder: t('searchPlaceholder'),
    log: t('log'),
    unread: fill(t.raw('unread'), { count: shell.unread }),
    account: fill(t.raw('account'), { name: shell.person.name }),
    roles: joinWords(roles, toLocale(useLocale())),
    language: t('language'),
    theme: t('theme'),
    themes: {
      system: t('themes.system'),
      light: t('themes.light'),
      dark: t('themes.dark'),
    },
    signOut: t('signOut'),
    demo: t('demo'),
    demoTime: t.raw('demoTime'),
    keys: t('keys'),
    close: ui('close'),
    nav: navFor((key) => shell.nav.includes(key)).map((key) => [key, t(`nav.${key}`)]),
  };
}
