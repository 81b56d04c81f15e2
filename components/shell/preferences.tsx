'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useSyncExternalStore } from 'react';
import { type Locale, localeCookie } from '@/lib/i18n/locales';
import { type Theme, themeCookie, themes, toTheme } from '@/lib/i18n/themes';
import { classNames } from '../ui/class-names';
import { menuItemClass } from '../ui/menu';
import { signOut } from './auth-client';

const yearSeconds = 365 * 24 * 3600;

function remember(name: string, value: string, maxAgeSeconds = yearSeconds) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser
  document.cookie = `${name}=${value}; path=/; max-age=${maxAgeSeconds}; samesite=lax`;
}

/** Changes the language and draws the page anew. */
export function LocaleButton({
  locale,
  current,
  children,
}: {
  locale: Locale;
  current: boolean;
  children: ReactNode;
}) {
  const router = useRouter();
  return (
    <button
      type="button"
      lang={locale}
      aria-pressed={current}
      className={classNames(menuItemClass, current && 'font-medium text-accent')}
      onClick={() => {
        remember(localeCookie, locale);
        router.refresh();
      }}
    >
      {children}
    </button>
  );
}

const themeListeners = new Set<() => void>();

function subscribeTheme(listener: () => void) {
  themeListeners.add(listener);
  return () => {
    themeListeners.delete(listener);
  };
}

/** Light, dark, or as the device says; takes effect at once. */
export function ThemeButtons({ labels }: { labels: Record<Theme, string> }) {
  const current = useSyncExternalStore<Theme | null>(
    subscribeTheme,
    () => toTheme(document.documentElement.dataset.theme),
    () => null,
  );
  const choose = (theme: Theme) => {
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    remember(themeCookie, theme, theme === 'system' ? 0 : yearSeconds);
    for (const listener of themeListeners) listener();
  };
  return (
    <div className="flex gap-1 px-2 py-1">
      {themes.map((theme) => (
        <button
          key={theme}
          type="button"
          data-keep-open=""
          aria-pressed={theme === current}
          onClick={() => choose(theme)}
          className={classNames(
            'min-h-8 grow rounded-sm border px-1 text-xs whitespace-nowrap max-sm:min-h-11',
            theme === current ? 'border-accent text-accent' : 'border-line text-soft',
          )}
        >
          {labels[theme]}
        </button>
      ))}
    </div>
  );
}

/** Ends the session and goes to the sign-in page. */
export function SignOutButton({ children }: { children: ReactNode }) {
  return (
    <button
      type="button"
      className={menuItemClass}
      onClick={() => signOut().finally(() => window.location.assign('/sign-in'))}
    >
      {children}
    </button>
  );
}
