import { Scale } from 'lucide-react';
import { useStrings } from '../language/language.tsx';

export function Brand({ withName = true }: { withName?: boolean }) {
  const { common } = useStrings();
  return (
    <span className="inline-flex items-center gap-2.5">
      <span aria-hidden className="flex size-8 items-center justify-center rounded-lg bg-accent text-accent-ink">
        <Scale className="size-[1.125rem]" strokeWidth={2} />
      </span>
      {withName ? (
        <span className="text-lg font-semibold tracking-wide">{common.appName}</span>
      ) : (
        <span className="sr-only">{common.appName}</span>
      )}
    </span>
  );
}
