import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { calculatorsOptions } from '../api/calculations.ts';
import { useStrings } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { NotFoundPage } from '../shell/plain-pages.tsx';
import { PageHead } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { CalculatorView } from './calculator-view.tsx';

const route = getRouteApi('/signed-in/tools');

/** All calculations, or the one that the address names. */
export function ToolsPage() {
  const { tools } = useStrings();
  const isClient = useMe().role === 'client';
  const { calculator: chosen } = route.useSearch();
  const query = useQuery(calculatorsOptions);
  const calculator = query.data?.calculators.find(({ id }) => id === chosen);
  if (query.data && chosen !== undefined && calculator === undefined) return <NotFoundPage />;
  return (
    <div className={isClient ? '' : 'mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9'}>
      {chosen !== undefined && (
        <Link
          to="/tools"
          search={{}}
          className="mb-4 inline-flex items-center gap-1.5 rounded text-sm text-soft hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          {tools.back}
        </Link>
      )}
      <PageHead title={calculator?.name ?? tools.title} lead={calculator?.about ?? tools.lead} />
      {query.isPending && <SkeletonLines lines={8} />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {calculator && <CalculatorView key={calculator.id} calculator={calculator} beside={!isClient} />}
      {query.data && chosen === undefined && (
        <>
          <ul className={`grid gap-3 sm:grid-cols-2 ${isClient ? '' : 'lg:grid-cols-3'}`} lang="zh-CN">
            {query.data.calculators.map(({ id, name, about }) => (
              <li key={id}>
                <Link
                  to="/tools"
                  search={{ calculator: id }}
                  data-testid={`calculator-${id}`}
                  className="panel flex h-full flex-col gap-1 px-4 py-3.5 transition-colors hover:border-line-strong"
                >
                  <span className="font-medium">{name}</span>
                  <span className="text-sm leading-6 text-faint">{about}</span>
                </Link>
              </li>
            ))}
          </ul>
          <p className="mt-6 text-sm text-faint">{tools.lprThrough(query.data.lprThrough)}</p>
        </>
      )}
    </div>
  );
}
