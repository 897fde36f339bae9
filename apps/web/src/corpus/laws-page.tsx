import { type LawLevel, lawLevels } from '@lutai/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BookText, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { lawListOptions } from '../api/corpus.ts';
import { useStrings } from '../language/language.tsx';
import { maySee } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';
import { Button, buttonClass } from '../ui/button.tsx';
import { controlBase, controlClass } from '../ui/field.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { Empty, ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CorpusFrame } from './corpus-frame.tsx';
import { LawRow } from './law-row.tsx';

const route = getRouteApi('/signed-in/corpus-part/corpus/laws');
const pause = 250;

export function LawsPage() {
  const { corpus, words, common } = useStrings();
  const me = useMe();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  usePageTitle(corpus.laws.title);
  const level: LawLevel | undefined = lawLevels.find((each) => each === search.level);
  const query = useInfiniteQuery(lawListOptions({ q: search.q, level }));
  const laws = query.data?.pages.flatMap((page) => page.laws) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const [typed, setTyped] = useState(search.q ?? '');
  useEffect(() => {
    const timer = setTimeout(() => {
      void navigate({ search: (before) => ({ ...before, q: typed.trim() || undefined }), replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, navigate]);

  return (
    <CorpusFrame>
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <div className="relative min-w-56 flex-1 sm:max-w-96">
          <Search aria-hidden className="pointer-events-none absolute top-3 left-3 size-4 text-faint" />
          <input
            data-search
            data-testid="law-filter"
            type="search"
            aria-label={corpus.laws.filter}
            placeholder={corpus.laws.filter}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className={`${controlClass} h-10 pl-9`}
          />
        </div>
        <select
          aria-label={corpus.laws.columns.level}
          value={level ?? ''}
          onChange={(event) => {
            const chosen = event.target.value || undefined;
            void navigate({ search: (before) => ({ ...before, level: chosen }), replace: true });
          }}
          className={`${controlBase} h-10`}
        >
          <option value="">{corpus.laws.anyLevel}</option>
          {lawLevels.map((each) => (
            <option key={each} value={each}>
              {words.lawLevel[each]}
            </option>
          ))}
        </select>
        {query.data && <span className="tabular ml-auto text-sm text-faint">{corpus.laws.count(total)}</span>}
      </div>
      {query.isPending && <SkeletonLines lines={10} />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isSuccess && laws.length === 0 && (
        <div className="panel">
          {search.q || level ? (
            <Empty icon={<BookText aria-hidden />} title={corpus.laws.empty}>
              {corpus.laws.emptyBody}
            </Empty>
          ) : (
            <Empty
              icon={<BookText aria-hidden />}
              title={corpus.laws.emptyCorpus}
              action={
                maySee(me.role, 'upload') && (
                  <Link to="/corpus/upload" className={buttonClass('primary')}>
                    {corpus.upload.title}
                  </Link>
                )
              }
            >
              {corpus.laws.emptyCorpusBody}
            </Empty>
          )}
        </div>
      )}
      {laws.length > 0 && (
        <ul className="panel overflow-hidden">
          {laws.map((law) => (
            <LawRow key={law.id} law={law} />
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <div className="mt-4 text-center">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {common.loadMore}
          </Button>
        </div>
      )}
    </CorpusFrame>
  );
}
