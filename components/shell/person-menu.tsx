import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { joinWords } from '@/lib/i18n/format';
import { locales, toLocale } from '@/lib/i18n/locales';
import { Menu } from '../ui/menu';
import type { ShellModel } from './model';
import { LocaleButton, SignOutButton, ThemeButtons } from './preferences';

const languageNames: Record<(typeof locales)[number], string> = {
  'zh-CN': '简体中文',
  en: 'English',
};

/** Who is signed in, with language, theme and the way out. */
export function PersonMenu({ person }: { person: ShellModel['person'] }) {
  const t = useTranslations('shell');
  const words = useTranslations('words');
  const locale = toLocale(useLocale());
  const roles = joinWords(
    person.roles.map((role) => words(`role.${role}`)),
    locale,
  );
  return (
    <Menu
      title={t('account', { name: person.name })}
      summaryClass="h-9 shrink-0 gap-1 px-1.5 hover:bg-sunken"
      label={
        <>
          <span className="max-w-20 truncate">{person.name}</span>
          <ChevronDown aria-hidden="true" className="size-3.5 text-faint" />
        </>
      }
    >
      <div className="w-60">
        <p className="border-b border-line px-3 pt-1.5 pb-2">
          <span className="block font-medium">{person.name}</span>
          <span className="text-xs text-faint">{roles}</span>
        </p>
        <p className="px-3 pt-2 text-xs text-faint">{t('language')}</p>
        {locales.map((code) => (
          <LocaleButton key={code} locale={code} current={code === locale}>
            {languageNames[code]}
          </LocaleButton>
        ))}
        <p className="px-3 pt-2 text-xs text-faint">{t('theme')}</p>
        <ThemeButtons
          labels={{
            system: t('themes.system'),
            light: t('themes.light'),
            dark: t('themes.dark'),
          }}
        />
        <div className="mt-2 border-t border-line pt-1">
          <SignOutButton>{t('signOut')}</SignOutButton>
        </div>
        <p className="px-3 pt-1 pb-1.5 text-xs text-faint max-md:hidden">{t('keys')}</p>
      </div>
    </Menu>
  );
}
