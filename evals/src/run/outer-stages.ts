import type { SearchInput, SearchResult } from '@lutai/retrieval';
import { ablationVariants, type SearchStage, type StagedIndex, type Variant } from './search-stages.ts';

/** Stages around the index's own search, such as those of a language model. */
export interface OuterStages {
  names: readonly SearchStage[];
  /** Says beside the embedding model's who answered. */
  modelId: string;
  /** Searches with all of them but `without`; `find` is the search of the index. */
  around(
    find: (input: SearchInput) => Promise<SearchResult>,
    input: SearchInput,
    without: ReadonlySet<SearchStage>,
  ): Promise<SearchResult>;
}

/** The index with these stages around it; it is warmed up without them. */
export function withOuterStages(index: StagedIndex, outer: OuterStages | undefined): StagedIndex {
  if (outer === undefined) return index;
  const inside = ({ without = new Set(), ...input }: Parameters<StagedIndex['search']>[0]) => {
    const own = new Set([...without].filter((stage) => !outer.names.includes(stage)));
    return index.search(own.size > 0 ? { ...input, without: own } : input);
  };
  return {
    warmUp: inside,
    search: ({ without = new Set(), ...input }) =>
      outer.around((asked) => inside({ ...asked, without }), input, without),
  };
}

/** As `ablationVariants` of both kinds of stages, and without any of the outer ones. */
export function variantsAround(stages: readonly SearchStage[], outer: OuterStages | undefined): Variant[] {
  const names = outer?.names ?? [];
  const variants = ablationVariants([...stages, ...names]);
  if (names.length < 2) return variants;
  return [...variants, { kind: 'without', stage: names.join('+'), without: new Set(names) }];
}
