import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { maySee } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';

const tabClass =
  '-mb-px flex h-11 items-center border-b-2 border-transparent px-1 text-soft hover:text-ink data-[status=active]:border-accent data-[status=active]:font-medium data-[status=active]:text-accent';

/** The pages on the law stand under one row of tabs. */
export function CorpusFrame({ children }: { children: ReactNode }) {
  const { corpus } = useStrings();
  const me = useMe();
  return (
    <>
      <nav aria-label={corpus.search.title} className="border-b border-line bg-surface">
        <div className="mx-auto flex max-w-6xl gap-3 px-4 sm:gap-6 sm:px-8">
          <Link to="/corpus" activeOptions={{ exact: true, includeSearch: false }} className={tabClass}>
            {corpus.tabs.search}
          </Link>
          <Link to="/corpus/laws" activeOptions={{ includeSearch: false }} className={tabClass}>
            {corpus.tabs.laws}
          </Link>
          {maySee(me.role, 'upload') && (
            <>
              <Link to="/corpus/upload" activeOptions={{ includeSearch: false }} className={tabClass}>
                {corpus.tabs.upload}
              </Link>
              <Link to="/corpus/changes" activeOptions={{ includeSearch: false }} className={tabClass}>
                {corpus.tabs.changes}
              </Link>
            </>
          )}
          <Link to="/corpus/status" className={tabClass}>
            {corpus.tabs.status}
          </Link>
        </div>
      </nav>
      <div className="mx-auto max-w-6xl px-4 py-6 sm:px-8 sm:py-9">{children}</div>
    </>
  );
}
