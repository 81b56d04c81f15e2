import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names';

const looks = {
  rail: [
    'relative flex min-h-9 items-center gap-2.5 rounded-md px-3',
    'bg-accent-pale font-medium text-accent',
    'text-soft hover:bg-sunken hover:text-ink',
  ],
  bar: [
    'flex h-14 flex-col items-center justify-center gap-0.5 text-xs',
    'font-medium text-accent',
    'text-soft',
  ],
  menu: [
    'flex min-h-11 items-center gap-2.5 rounded-sm px-3',
    'font-medium text-accent',
    'hover:bg-sunken',
  ],
} as const;

/** A link of the rail, the bottom bar or its menu, marked while its page is open. */
export function NavLink({
  href,
  look,
  isOpen,
  children,
}: {
  href: string;
  look: keyof typeof looks;
  isOpen: boolean;
  children: ReactNode;
}) {
  const [base, on, off] = looks[look];
  return (
    <a
      data-soft=""
      href={href}
      aria-current={isOpen ? 'page' : undefined}
      className={classNames(base, isOpen ? on : off)}
    >
      {children}
    </a>
  );
}
