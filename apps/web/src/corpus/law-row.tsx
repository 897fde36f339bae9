import type { LawSummary } from '@lutai/contracts';
import { Link } from '@tanstack/react-router';
import { datesText, forceOn } from '../citations/effective-dates.ts';
import { ForceBadge } from '../citations/force-badge.tsx';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { today } from '../ui/relative-time.ts';

export function LawRow({ law }: { law: LawSummary }) {
  const strings = useStrings();
  const { corpus, words } = strings;
  return (
    <li className="border-b border-line last:border-0">
      <Link
        to="/corpus/laws/$lawId"
        params={{ lawId: law.id }}
        data-testid="law-item"
        className="flex flex-wrap items-center gap-x-4 gap-y-1.5 px-5 py-3.5 transition-colors hover:bg-sunken/60 focus-visible:-outline-offset-2 md:flex-nowrap"
      >
        <span lang="zh-CN" className="min-w-0 basis-full font-medium md:flex-1 md:basis-auto">
          {law.title}
        </span>
        {forceOn(law, today()) !== 'in-force' && <ForceBadge {...law} />}
        <span className="md:w-24">
          <Badge>{words.lawLevel[law.level]}</Badge>
        </span>
        <span className="tabular text-sm text-faint md:w-60">{datesText(law, strings)}</span>
        <span className="tabular text-sm text-faint md:w-36 md:text-right">
          {corpus.laws.provisions(law.provisions)}
          {law.versions > 1 && ` · ${corpus.laws.versions(law.versions)}`}
        </span>
      </Link>
    </li>
  );
}
