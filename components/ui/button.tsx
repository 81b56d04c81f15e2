import Link from 'next/link';
import type { ComponentProps } from 'react';
import { classNames } from './class-names';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md';

interface ButtonLook {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
}

const variants: Record<ButtonVariant, string> = {
  primary:
    'border-transparent bg-accent text-accent-ink hover:bg-accent-strong active:bg-accent-strong',
  secondary: 'border-control/60 bg-paper text-ink hover:border-accent hover:text-accent',
  quiet: 'border-transparent text-accent hover:bg-accent-pale',
  danger: 'border-red/50 bg-paper text-red hover:bg-red-pale',
};

const sizes: Record<ButtonSize, string> = {
  sm: 'min-h-7 px-2 text-xs max-sm:min-h-9',
  md: 'min-h-9 px-3 text-sm max-sm:min-h-11',
};

/** Classes of a button, for the rare element that only looks like one. */
export function buttonClass({ variant = 'secondary', size = 'md' }: ButtonLook = {}): string {
  return classNames(
    'inline-flex items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap',
    'transition-colors disabled:opacity-50 aria-busy:cursor-progress',
    variants[variant],
    sizes[size],
  );
}

/** A button; `type` is `button` unless told. Its words are a verb. */
export function Button({
  variant,
  size,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return (
    <button
      type={type}
      className={classNames(buttonClass({ variant, size }), className)}
      {...rest}
    />
  );
}

/**
 * A link that looks like a button. With `prefetch={false}` it is a plain link, which `SoftLinks` in
 * the shell follows.
 */
export function LinkButton({
  variant,
  size,
  className,
  prefetch,
  href,
  ...rest
}: Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'onMouseEnter' | 'onTouchStart'> & {
  href: string;
  prefetch?: false | undefined;
} & ButtonLook) {
  const look = classNames(buttonClass({ variant, size }), className);
  if (prefetch === false) return <a data-soft="" href={href} className={look} {...rest} />;
  return <Link href={href} className={look} {...rest} />;
}
