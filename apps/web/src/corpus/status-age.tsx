import type { OutdatedLaw } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { corpusAgeOptions } from '../api/corpus.ts';
import { useStrings } from '../language/language.tsx';
import { Badge } from '../ui/badge.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';

/** Up to which day the corpus is current, and the laws whose later text is known and missing. */
export function StatusAge() {
  const { age } = useStrings().lawTime;
  const query = useQuery(corpusAgeOptions);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonLines lines={4} />;
  const { currentThrough, sourceName, newestMadeOn, outdated } = query.data;
  return (
    <section data-testid="corpus-age" className="mt-10">
      <h2 className="text-lg font-semibold">{age.title}</h2>
      <p className="tabular mt-2">
        {age.through(currentThrough)}
        <span className="text-faint">
          （{sourceName}）{age.throughHint}
        </span>
      </p>
      {newestMadeOn && <p className="tabular text-sm text-faint">{age.newest(newestMadeOn)}</p>}
      <h3 className="mt-6 font-semibold">
        {age.outdated} <span className="tabular font-normal text-faint">{outdated.length}</span>
      </h3>
      <p className="mt-1 text-sm text-faint">{outdated.length === 0 ? age.none : age.outdatedHint}</p>
      {outdated.length > 0 && (
        <ul className="panel mt-3">
          {outdated.map((law) => (
            <Outdated key={law.lawId} law={law} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Outdated({ law }: { law: OutdatedLaw }) {
  const { age } = useStrings().lawTime;
  return (
    <li data-testid="outdated-law" className="border-b border-line px-5 py-4 last:border-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link
          lang="zh-CN"
          to="/corpus/laws/$lawId"
          params={{ lawId: law.lawId }}
          className="font-medium text-accent hover:underline"
        >
          {law.title}
        </Link>
        <Badge tone={law.inForce ? 'warn' : 'neutral'}>{law.inForce ? age.inForce : age.coming}</Badge>
      </div>
      <p className="tabular mt-1 flex flex-wrap gap-x-4 text-sm text-soft">
        <span>{age.later(law.madeOn, law.effectiveFrom)}</span>
        {law.heldMadeOn && <span className="text-faint">{age.held(law.heldMadeOn)}</span>}
      </p>
      <p lang="zh-CN" className="mt-1 text-sm leading-6 text-soft">
        {law.change}
      </p>
      <p lang="zh-CN" className="text-[0.8125rem] leading-6 text-faint">
        {law.source}
      </p>
    </li>
  );
}
