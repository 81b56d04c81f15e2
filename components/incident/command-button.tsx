import type { ReactNode } from 'react';
import { type ButtonSize, type ButtonVariant, buttonClass } from '../ui/button';
import { classNames } from '../ui/class-names';
import { commandHref } from './command-href';
import type { FormCommand } from './form-types';

/** The menu's own entry look; that of `Menu` lives in a browser module, out of the server's reach. */
const menuEntryClass =
  'flex min-h-9 w-full items-center rounded-sm px-3 text-start text-sm hover:bg-accent-pale max-sm:min-h-11';

/**
 * A button that opens a command's form. Plain HTML: the `CommandHost` of the page listens, so that
 * a page full of commands costs no script. Before the host has woken up it is a link to the same
 * page with the form open.
 *
 * @param preset fields the form starts with
 */
export function CommandButton({
  command,
  preset,
  variant,
  size,
  inMenu = false,
  className,
  children,
}: {
  command: FormCommand;
  preset?: Record<string, string> | undefined;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  inMenu?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <button> does nothing before its script is there
    <a
      role="button"
      href={commandHref(command, preset)}
      data-command={command}
      aria-haspopup="dialog"
      className={classNames(inMenu ? menuEntryClass : buttonClass({ variant, size }), className)}
    >
      {children}
    </a>
  );
}
