import { LoaderCircle } from 'lucide-react';
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names.ts';

type Variant = 'primary' | 'secondary' | 'ghost' | 'danger';
type Size = 'sm' | 'md' | 'lg';

const variants: Record<Variant, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong disabled:bg-line disabled:text-faint',
  secondary: 'border border-line bg-surface text-ink hover:border-line-strong disabled:text-faint disabled:border-line',
  ghost: 'text-soft hover:bg-sunken hover:text-ink disabled:text-faint',
  danger: 'bg-danger text-canvas hover:opacity-90 disabled:opacity-50',
};
const sizes: Record<Size, string> = {
  sm: 'h-8 px-2.5 text-sm gap-1.5 rounded-lg pointer-coarse:h-10',
  md: 'h-10 px-4 text-[0.9375rem] gap-2 rounded-lg pointer-coarse:h-11',
  lg: 'h-12 px-6 text-base gap-2 rounded-xl',
};

export function buttonClass(variant: Variant = 'secondary', size: Size = 'md', extra = ''): string {
  return classNames(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap font-medium transition-colors',
    variants[variant],
    sizes[size],
    extra,
  );
}

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: Variant;
  size?: Size;
  /** Work is going on: shown, announced, and not to be started twice. */
  busy?: boolean;
  icon?: ReactNode;
  'data-testid'?: string;
}

export function Button({ variant, size, busy = false, icon, className, children, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={buttonClass(variant, size, className)}
    >
      {busy ? <LoaderCircle aria-hidden className="size-4 animate-spin" /> : icon}
      {children}
    </button>
  );
}

export interface IconButtonProps extends ButtonProps {
  label: string;
}

export function IconButton({ label, className, children, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classNames(
        'inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-soft transition-colors hover:bg-sunken hover:text-ink disabled:text-line-strong pointer-coarse:size-11',
        className,
      )}
    >
      {children}
    </button>
  );
}
