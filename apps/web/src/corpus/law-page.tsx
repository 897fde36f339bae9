import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lawOptions } from '../api/corpus.ts';
import { hasCode } from '../api/request-error.ts';
import { NotFoundPage } from '../shell/plain-pages.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CorpusFrame } from './corpus-frame.tsx';
import { LawReader } from './law-reader.tsx';

const route = getRouteApi('/signed-in/corpus-part/corpus/laws/$lawId');

export function LawPage() {
  const { lawId } = route.useParams();
  const { version, provision, compare } = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(lawOptions(lawId, version));
  usePageTitle(query.data?.law.title);
  return (
    <CorpusFrame>
      {query.data ? (
        <LawReader
          key={query.data.version.id}
          detail={query.data}
          provisionId={provision}
          compare={compare}
          onVersion={(next) => void navigate({ search: { version: next }, resetScroll: false })}
          onCompare={(other) =>
            void navigate({
              search: { version: query.data.version.id, ...(other ? { compare: other } : {}) },
              resetScroll: false,
            })
          }
        />
      ) : hasCode(query.error, 'not-found') ? (
        <NotFoundPage />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines lines={14} />
      )}
    </CorpusFrame>
  );
}
