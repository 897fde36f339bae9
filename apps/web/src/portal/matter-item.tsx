import type { MatterSummary } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useStrings } from '../language/language.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import { RelativeTime } from '../ui/time.tsx';

export function MatterItem({ matter }: { matter: MatterSummary }) {
  const { words, portal } = useStrings();
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/matters/$matterId"
        params={{ matterId: matter.id }}
        data-testid="matter-item"
        data-status={matter.status}
        className="flex items-center gap-4 px-5 py-4 transition-colors first:rounded-t-xl last:rounded-b-xl hover:bg-sunken/60"
      >
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 font-medium">{matter.subject}</span>
          <span className="mt-0.5 block text-sm text-faint">
            {matter.number} · {words.kind[matter.kind]} · {portal.matters.updated}{' '}
            <RelativeTime at={matter.updatedAt} />
          </span>
        </span>
        <StatusBadge status={matter.status} client />
        <ChevronRight aria-hidden className="hidden size-4 text-line-strong sm:block" />
      </Link>
    </li>
  );
}
