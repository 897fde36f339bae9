import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { citeCheckOptions } from '../api/desk.ts';
import { useStrings } from '../language/language.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { ProvisionSheet } from './provision-sheet.tsx';

/** A citation of which only the words are known: pressed, its provision is looked up and opened. */
export function CitationLink({ citation }: { citation: string }) {
  const { common } = useStrings();
  const errorText = useErrorText();
  const [asked, setAsked] = useState(false);
  const query = useQuery({ ...citeCheckOptions(citation, null), enabled: asked, staleTime: 10 * 60_000 });
  const found = query.data?.citations[0] ?? null;
  const nothing = query.isSuccess && found === null;
  if (nothing || !isProvision(citation)) return <span lang="zh-CN">{citation}</span>;
  return (
    <>
      <button
        type="button"
        lang="zh-CN"
        data-testid="citation-link"
        aria-haspopup="dialog"
        aria-busy={query.isFetching || undefined}
        onClick={() => {
          setAsked(true);
          if (query.isError) void query.refetch();
        }}
        className="rounded text-left text-accent underline decoration-accent/40 underline-offset-4 [overflow-wrap:anywhere] hover:decoration-accent"
      >
        {citation}
        {asked && query.isFetching && <span className="sr-only">{common.loading}</span>}
      </button>
      {query.isError && <span className="text-danger"> {errorText(query.error)}</span>}
      <ProvisionSheet citation={asked ? found : null} onClose={() => setAsked(false)} />
    </>
  );
}

const isProvision = (citation: string): boolean => /^《.+》.*第.+条/u.test(citation);
