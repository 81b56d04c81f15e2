'use client';

import { type MouseEvent, type ReactNode, useId, useRef } from 'react';
import { Button, type ButtonSize, type ButtonVariant } from './button';

/**
 * A button that opens a native modal dialog. Escape closes it and focus returns to the button.
 * Anything inside with `data-dialog-close` closes it too; so does `form method="dialog"`.
 */
export function Dialog({
  trigger,
  title,
  closeLabel,
  variant,
  size,
  disabled,
  onClose,
  children,
}: {
  trigger: ReactNode;
  title: ReactNode;
  closeLabel: string;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  disabled?: boolean | undefined;
  onClose?: (() => void) | undefined;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const closeOnMark = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target === dialog.current || target.closest('[data-dialog-close]')) dialog.current?.close();
  };
  return (
    <>
      <Button
        variant={variant}
        size={size}
        disabled={disabled}
        aria-haspopup="dialog"
        onClick={() => dialog.current?.showModal()}
      >
        {trigger}
      </Button>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a native dialog */}
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        onClick={closeOnMark}
        onClose={onClose}
        className="w-full max-w-xl rounded-md border border-line bg-paper p-0 text-ink shadow-float max-sm:mb-0 max-sm:max-w-full"
      >
        <div className="p-4 sm:p-5">
          <header className="mb-3 flex items-start gap-4">
            <h2 id={titleId} className="grow text-base font-semibold">
              {title}
            </h2>
            <Button variant="quiet" size="sm" data-dialog-close="">
              {closeLabel}
            </Button>
          </header>
          {children}
        </div>
      </dialog>
    </>
  );
}
