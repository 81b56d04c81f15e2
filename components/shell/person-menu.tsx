'use client';

import { ChevronDown } from 'lucide-react';
import { LANGUAGE_NAMES, type Locale, locales } from '@/lib/i18n/locales';
import { Menu } from '../ui/menu';
import type { ShellTexts } from './model';
import { LocaleButton, SignOutButton, ThemeButtons } from './preferences';

/** Who is signed in, with language, theme and the way out. */
export function PersonMenu({
  name,
  locale,
  texts,
}: {
  name: string;
  locale: Locale;
  texts: ShellTexts;
}) {
  return (
    <Menu
      title={texts.account}
      summaryClass="h-9 shrink-0 gap-1 px-1.5 hover:bg-sunken"
      label={
        <>
          <span className="max-w-20 truncate">{name}</span>
          <ChevronDown aria-hidden="true" className="size-3.5 text-faint" />
        </>
      }
    >
      <div className="w-60">
        <p className="border-b border-line px-3 pt-1.5 pb-2">
          <span className="block font-medium">{name}</span>
          <span className="text-xs text-faint">{texts.roles}</span>
        </p>
        <p className="px-3 pt-2 text-xs text-faint">{texts.language}</p>
        {locales.map((code) => (
          <LocaleButton key={code} locale={code} current={code === locale}>
            {LANGUAGE_NAMES[code]}
          </LocaleButton>
        ))}
        <p className="px-3 pt-2 text-xs text-faint">{texts.theme}</p>
        <ThemeButtons labels={texts.themes} />
        <div className="mt-2 border-t border-line pt-1">
          <SignOutButton>{texts.signOut}</SignOutButton>
        </div>
        <p className="px-3 pt-1 pb-1.5 text-xs text-faint max-md:hidden">{texts.keys}</p>
      </div>
    </Menu>
  );
}
