import type { MatterSummary } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { RelativeTime } from '../ui/time.tsx';

export function ArchiveRow({ matter }: { matter: MatterSummary }) {
  const { words } = useStrings();
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/desk/$matterId"
        params={{ matterId: matter.id }}
        data-testid="archive-item"
        className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3.5 transition-colors hover:bg-sunken/60 focus-visible:-outline-offset-2 md:flex-nowrap"
      >
        <span className="min-w-0 basis-full md:flex-1 md:basis-auto">
          <span className="line-clamp-1 font-medium">{matter.subject}</span>
          <span className="text-[0.8125rem] text-faint">
            {matter.clientName} · {words.kind[matter.kind]} · {matter.number}
          </span>
        </span>
        {matter.area && <Badge>{words.area[matter.area]}</Badge>}
        <span className="text-sm text-soft md:w-24">{matter.assigneeName}</span>
        <RelativeTime at={matter.updatedAt} className="tabular text-sm text-faint md:w-24 md:text-right" />
      </Link>
    </li>
  );
}
