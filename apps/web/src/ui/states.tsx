import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { RequestError } from '../api/request-error.ts';
import { useLanguage } from '../language/language.tsx';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { useErrorText } from './use-error-text.ts';

interface EmptyProps {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

export function Empty({ icon, title, children, action }: EmptyProps) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      {icon && <div className="mb-2 text-line-strong [&_svg]:size-8 [&_svg]:stroke-[1.5]">{icon}</div>}
      <p className="font-medium text-ink">{title}</p>
      {children && <div className="max-w-md text-sm leading-6 text-faint">{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  );
}

/** What went wrong, what to do next, and the number by which the log can be found. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { strings } = useLanguage();
  const text = useErrorText();
  const requestId = error instanceof RequestError && error.code === 'internal' ? error.requestId : null;
  return (
    <div role="alert" className="flex flex-col items-center gap-2 px-6 py-16 text-center">
      <p className="font-medium text-ink">{strings.common.errorTitle}</p>
      <p className="max-w-md text-sm leading-6 text-soft">{text(error)}</p>
      {requestId && <p className="text-[0.8125rem] text-faint">{strings.common.requestId(requestId)}</p>}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry} icon={<RotateCw aria-hidden className="size-4" />}>
          {strings.common.retry}
        </Button>
      )}
    </div>
  );
}

export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-pulse rounded-md bg-line/70', className)} />;
}

export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  const { strings } = useLanguage();
  const widths = ['w-11/12', 'w-full', 'w-4/5', 'w-2/3', 'w-10/12'];
  return (
    <div role="status" className="flex flex-col gap-3 py-2">
      <span className="sr-only">{strings.common.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} className={classNames('h-4', widths[line % widths.length])} />
      ))}
    </div>
  );
}
