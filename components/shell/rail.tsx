'use client';

import { Ellipsis } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Menu } from '../ui/menu';
import type { ShellTexts } from './model';
import { bottomBarEntries, isWithin, navHrefs } from './nav';
import { NavIcon } from './nav-icon';
import { NavLink } from './nav-link';

type Entry = ShellTexts['nav'][number];

/** The entries as items of a list, each marked while its page is open. */
function Entries({ entries, look }: { entries: readonly Entry[]; look: 'rail' | 'bar' | 'menu' }) {
  const pathname = usePathname();
  return entries.map(([key, name]) => (
    <li key={key}>
      <NavLink href={navHrefs[key]} isOpen={isWithin(navHrefs[key], pathname)} look={look}>
        <NavIcon entry={key} />
        {name}
      </NavLink>
    </li>
  ));
}

/** The rail on the left of a desk screen. */
export function Rail({ texts }: { texts: ShellTexts }) {
  return (
    <nav
      aria-label={texts.mainNav}
      data-no-print=""
      className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-44 shrink-0 overflow-y-auto border-e border-line bg-paper p-2 md:block"
    >
      <ul className="space-y-0.5">
        <Entries entries={texts.nav} look="rail" />
      </ul>
    </nav>
  );
}

/** The bar at the thumb on a phone: four entries, the rest under 更多. */
export function BottomBar({ texts }: { texts: ShellTexts }) {
  const few = texts.nav.length <= bottomBarEntries + 1;
  const shown = few ? texts.nav : texts.nav.slice(0, bottomBarEntries);
  const rest = few ? [] : texts.nav.slice(bottomBarEntries);
  return (
    <nav
      aria-label={texts.mainNav}
      data-no-print=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex *:min-w-0 *:flex-1">
        <Entries entries={shown} look="bar" />
        {rest.length > 0 && (
          <li>
            <Menu
              side="top"
              summaryClass="h-14 flex-col justify-center gap-0.5 text-xs text-soft"
              label={
                <>
                  <Ellipsis aria-hidden="true" className="size-5" strokeWidth={1.75} />
                  {texts.more}
                </>
              }
            >
              <ul>
                <Entries entries={rest} look="menu" />
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
