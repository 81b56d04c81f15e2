'use client';

import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locales';
import { Toaster } from '../ui/toast';
import { Live } from './live';
import type { ShellModel, ShellTexts } from './model';
import { BottomBar, Rail } from './rail';
import { ShellKeys } from './shell-keys';
import { SoftLinks } from './soft-links';
import { TopBar } from './top-bar';

/**
 * What stands around every page. Made on the client's side of the page, so that the server sends
 * a few words instead of elements with every page and every renewal.
 */
export function Frame({
  shell,
  locale,
  texts,
  children,
}: {
  shell: ShellModel;
  locale: Locale;
  texts: ShellTexts;
  children: ReactNode;
}) {
  return (
    <>
      <a
        href="#main"
        className="absolute start-2 top-2 z-50 -translate-y-16 rounded-md bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
      >
        {texts.skip}
      </a>
      <TopBar shell={shell} locale={locale} texts={texts} />
      <div className="flex">
        <Rail texts={texts} />
        <main
          id="main"
          tabIndex={-1}
          className="min-w-0 grow px-3 py-4 outline-none max-md:pb-24 sm:px-4 lg:px-6"
        >
          <div className="mx-auto max-w-[1400px]">{children}</div>
        </main>
      </div>
      <BottomBar texts={texts} />
      <ShellKeys canLog={shell.mayLog} />
      <SoftLinks />
      <Live />
      <Toaster closeLabel={texts.close} />
    </>
  );
}
