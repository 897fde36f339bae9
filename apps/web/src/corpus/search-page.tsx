import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { searchOptions } from '../api/corpus.ts';
import { useStrings } from '../language/language.tsx';
import { CaseCard } from '../review/case-card.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CorpusFrame } from './corpus-frame.tsx';
import { questionWords } from './highlight.ts';
import { percentile } from './percentile.ts';
import { SearchDay } from './search-day.tsx';
import { SearchForm } from './search-form.tsx';
import { SearchHitCard } from './search-hit-card.tsx';

const route = getRouteApi('/signed-in/corpus-part/corpus');
const remembered = 20;

export function SearchPage() {
  const { corpus } = useStrings();
  const { q, asOf } = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(corpus.search.title);
  const query = useQuery({ ...searchOptions({ q: q ?? '', asOf }), enabled: q !== undefined });
  const times = useTimes(query.data, query.dataUpdatedAt);
  const words = questionWords(q ?? '');

  return (
    <CorpusFrame>
      <SearchForm
        key={`${q}|${asOf}`}
        q={q ?? ''}
        asOf={asOf ?? ''}
        busy={query.isFetching}
        onSearch={(next) => void navigate({ search: next })}
      />
      {q === undefined && (
        <div className="mt-10">
          <p className="mb-3 text-sm text-faint">{corpus.search.start}</p>
          <ul className="flex flex-wrap gap-2">
            {corpus.search.tries.map((example) => (
              <li key={example}>
                <button
                  type="button"
                  onClick={() => void navigate({ search: { q: example } })}
                  className="rounded-full border border-line px-4 py-1.5 text-sm text-soft hover:border-line-strong hover:text-ink"
                >
                  {example}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {q !== undefined && query.isPending && (
        <div className="mt-8">
          <SkeletonLines lines={8} />
        </div>
      )}
      {query.data && (
        <div className="mt-6 grid gap-8 lg:grid-cols-[minmax(0,1fr)_19rem]">
          <section aria-label={corpus.search.title} className="min-w-0">
            <SearchDay
              found={query.data}
              asked={asOf}
              onDay={(day) => void navigate({ search: { q, ...(day ? { asOf: day } : {}) } })}
            />
            <p aria-live="polite" className="tabular mb-3 flex flex-wrap gap-x-3 text-[0.8125rem] text-faint">
              <span>{corpus.search.results(query.data.hits.length)}</span>
              <span>{corpus.search.took(Math.round(query.data.ms * 10) / 10)}</span>
              {times.length > 1 && (
                <span>{corpus.search.p95(Math.round((percentile(times, 0.95) ?? 0) * 10) / 10, times.length)}</span>
              )}
            </p>
            {query.data.hits.length === 0 ? (
              <Empty icon={<SearchX aria-hidden />} title={corpus.search.empty}>
                {corpus.search.emptyBody}
              </Empty>
            ) : (
              <ol className="flex flex-col gap-3">
                {query.data.hits.map((hit) => (
                  <SearchHitCard key={hit.provisionId} hit={hit} words={words} asOf={query.data.asOf} />
                ))}
              </ol>
            )}
          </section>
          {query.data.cases.length > 0 && (
            <aside aria-label={corpus.search.cases}>
              <h2 className="mb-3 text-[0.8125rem] text-faint">{corpus.search.cases}</h2>
              <div className="flex flex-col gap-2.5">
                {query.data.cases.map((hit) => (
                  <CaseCard key={hit.caseId} hit={hit} />
                ))}
              </div>
            </aside>
          )}
        </div>
      )}
    </CorpusFrame>
  );
}

/** What the last searches of this visit took, in milliseconds, as the server measured them. */
function useTimes(data: { ms: number } | undefined, at: number): number[] {
  const [times, setTimes] = useState<number[]>([]);
  const counted = useRef(0);
  useEffect(() => {
    if (data === undefined || at === counted.current) return;
    counted.current = at;
    setTimes((before) => [...before, data.ms].slice(-remembered));
  }, [data, at]);
  return times;
}
