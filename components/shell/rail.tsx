import { Ellipsis } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Menu } from '../ui/menu';
import { bottomBarEntries, type NavKey, navFor, navHrefs } from './nav';
import { NavIcon } from './nav-icon';
import { NavLink } from './nav-link';

/** The rail on the left of a desk screen. */
export function Rail({ entries }: { entries: readonly NavKey[] }) {
  const t = useTranslations('shell');
  return (
    <nav
      aria-label={t('mainNav')}
      data-no-print=""
      className="sticky top-12 hidden h-[calc(100dvh-3rem)] w-44 shrink-0 overflow-y-auto border-e border-line bg-paper p-2 md:block"
    >
      <ul className="space-y-0.5">
        {navFor((key) => entries.includes(key)).map((key) => (
          <li key={key}>
            <NavLink href={navHrefs[key]} look="rail">
              <NavIcon entry={key} />
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The bar at the thumb on a phone: four entries, the rest under 更多. */
export function BottomBar({ entries }: { entries: readonly NavKey[] }) {
  const t = useTranslations('shell');
  const keys = navFor((key) => entries.includes(key));
  const few = keys.length <= bottomBarEntries + 1;
  const shown = few ? keys : keys.slice(0, bottomBarEntries);
  const rest = few ? [] : keys.slice(bottomBarEntries);
  return (
    <nav
      aria-label={t('mainNav')}
      data-no-print=""
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="flex *:min-w-0 *:flex-1">
        {shown.map((key) => (
          <li key={key}>
            <NavLink href={navHrefs[key]} look="bar">
              <NavIcon entry={key} />
              {t(`nav.${key}`)}
            </NavLink>
          </li>
        ))}
        {rest.length > 0 && (
          <li>
            <Menu
              side="top"
              summaryClass="h-14 flex-col justify-center gap-0.5 text-xs text-soft"
              label={
                <>
                  <Ellipsis aria-hidden="true" className="size-5" strokeWidth={1.75} />
                  {t('more')}
                </>
              }
            >
              <ul>
                {rest.map((key) => (
                  <li key={key}>
                    <NavLink href={navHrefs[key]} look="menu">
                      <NavIcon entry={key} />
                      {t(`nav.${key}`)}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        )}
      </ul>
    </nav>
  );
}
