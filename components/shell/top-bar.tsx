'use client';

import { Bell, Plus, Search } from 'lucide-react';
import type { Locale } from '@/lib/i18n/locales';
import { buttonClass } from '../ui/button';
import { classNames } from '../ui/class-names';
import { DemoClock } from './demo-clock';
import type { ShellModel, ShellTexts } from './model';
import { shellHrefs } from './nav';
import { PersonMenu } from './person-menu';

/** Organisation, search, 记一条, bell and person; amber and so named in demo mode. */
export function TopBar({
  shell,
  locale,
  texts,
}: {
  shell: ShellModel;
  locale: Locale;
  texts: ShellTexts;
}) {
  const hasIncidents = shell.nav.includes('incidents');
  return (
    <header
      data-no-print=""
      className={classNames(
        'sticky top-0 z-30 flex h-12 items-center gap-2 border-b px-3 md:gap-3 md:px-4',
        shell.demo ? 'border-amber-mark/50 bg-amber-pale' : 'border-line bg-paper',
      )}
    >
      <a data-soft="" href="/" className="flex min-w-0 items-baseline gap-2.5">
        <span className="shrink-0 text-base font-semibold text-accent">{texts.product}</span>
        <span className="truncate text-soft">{shell.org.name}</span>
      </a>
      {shell.demo && (
        <span className="flex shrink-0 items-center gap-2 text-xs font-medium text-amber">
          <span className="rounded-sm border border-current px-1">{texts.demo}</span>
          <span className="max-lg:hidden">
            <DemoClock text={texts.demoTime} />
          </span>
        </span>
      )}
      <div className="grow" />
      {hasIncidents && <SearchForm label={texts.search} placeholder={texts.searchPlaceholder} />}
      {shell.mayLog && (
        <a
          data-soft=""
          href={shellHrefs.log}
          title={`${texts.log} (N)`}
          className={classNames(
            buttonClass({ variant: 'primary', size: 'sm' }),
            'min-h-9 shrink-0 sm:px-3 sm:text-sm',
          )}
        >
          <Plus aria-hidden="true" className="size-4" />
          <span className="max-sm:sr-only">{texts.log}</span>
        </a>
      )}
      <BellLink unread={shell.unread} label={texts.unread} />
      <PersonMenu name={shell.person.name} locale={locale} texts={texts} />
    </header>
  );
}

function SearchForm({ label, placeholder }: { label: string; placeholder: string }) {
  return (
    <search className="max-md:hidden">
      <form action={shellHrefs.search} className="relative">
        <Search
          aria-hidden="true"
          className="pointer-events-none absolute start-2.5 top-2 size-4 text-faint"
        />
        <input
          id="shell-search"
          type="search"
          name="q"
          aria-label={label}
          aria-keyshortcuts="/"
          placeholder={placeholder}
          className="h-8 w-56 rounded-md border border-control/60 bg-paper ps-8 pe-8 hover:border-soft"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute end-2 top-1.5 rounded-sm border border-line px-1.5 font-sans text-xs text-faint"
        >
          /
        </span>
      </form>
    </search>
  );
}

function BellLink({ unread, label }: { unread: number; label: string }) {
  return (
    <a
      data-soft=""
      href={shellHrefs.notices}
      aria-label={label}
      title={label}
      className="relative flex size-9 shrink-0 items-center justify-center rounded-md text-soft hover:bg-sunken hover:text-ink"
    >
      <Bell aria-hidden="true" className="size-4.5" strokeWidth={1.75} />
      {unread > 0 && (
        <span className="absolute end-0 top-0.5 min-w-4 rounded-full bg-red-mark px-1 text-center text-xs leading-4 font-medium text-paper tabular-nums">
          {unread > 99 ? '99+' : unread}
        </span>
      )}
    </a>
  );
}
