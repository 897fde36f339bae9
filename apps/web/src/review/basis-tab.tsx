import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { searchOptions } from '../api/corpus.ts';
import { useStrings } from '../language/language.tsx';
import { controlClass } from '../ui/field.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import { CaseCard } from './case-card.tsx';
import type { Workspace } from './draft-workspace.tsx';
import { LawThenAndNow } from './law-then-and-now.tsx';
import { ProvisionCard } from './provision-card.tsx';

/** The provisions and answered cases the draft was made from, and a search for others. */
export function BasisTab({ workspace }: { workspace: Workspace }) {
  const { review } = useStrings();
  const tell = useToast();
  const { draft, editor, insert } = workspace;
  const [typed, setTyped] = useState('');
  const [q, setQ] = useState('');
  const search = useQuery({ ...searchOptions({ q, asOf: draft.asOf ?? undefined, k: 8 }), enabled: q !== '' });
  const provisions = q === '' ? draft.provisions : (search.data?.hits ?? []);
  const cases = q === '' ? draft.cases : (search.data?.cases ?? []);
  const onInsert =
    insert &&
    ((citation: string) => {
      insert(citation);
      tell(review.basis.inserted);
    });

  return (
    <div className="flex flex-col gap-4">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setQ(typed.trim());
        }}
        className="relative"
      >
        <Search aria-hidden className="pointer-events-none absolute top-2.5 left-3 size-4 text-faint" />
        <input
          data-search
          type="search"
          aria-label={review.basis.search}
          placeholder={review.basis.search}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === '') setQ('');
          }}
          className={`${controlClass} h-9 pl-9 text-sm`}
        />
      </form>
      {q !== '' && search.isPending && <SkeletonLines lines={5} />}
      {q !== '' && search.isError && <ErrorState error={search.error} onRetry={() => void search.refetch()} />}
      {q === '' && <LawThenAndNow provisions={draft.provisions} />}
      <section aria-label={review.basis.provisions} className="flex flex-col gap-2.5">
        <h2 className="text-sm font-semibold">{review.basis.provisions}</h2>
        {provisions.length === 0 && !(q !== '' && search.isPending) && (
          <p className="text-sm text-faint">{review.basis.empty}</p>
        )}
        {provisions.map((hit) => (
          <ProvisionCard
            key={hit.provisionId}
            hit={hit}
            cited={editor.text.includes(hit.citation)}
            {...(draft.asOf ? { day: draft.asOf } : {})}
            onInsert={onInsert}
          />
        ))}
      </section>
      {cases.length > 0 && (
        <section aria-label={review.basis.cases} className="flex flex-col gap-2.5">
          <h2 className="text-sm font-semibold">{review.basis.cases}</h2>
          {cases.map((hit) => (
            <CaseCard key={hit.caseId} hit={hit} />
          ))}
        </section>
      )}
    </div>
  );
}
