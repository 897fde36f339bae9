import { type SearchIndex, type SearchInput, type SearchResult, searchStages } from '@lutai/retrieval';

/** Name of one part of the search that can be left out. */
export type SearchStage = string;

/** Stages that put provisions forward by themselves; the others only order what these bring. */
const SOURCES: readonly SearchStage[] = ['vectors', 'lexical', 'cases', 'known-questions'];

/** One way to search: with all stages, without one of them, or with one source alone. */
export interface Variant {
  kind: 'all' | 'without' | 'alone';
  /** Null for all. */
  stage: SearchStage | null;
  without: ReadonlySet<SearchStage>;
}

export const allStages: Variant = { kind: 'all', stage: null, without: new Set() };

/** All stages first, then without each one, then each source alone. */
export function ablationVariants(stages: readonly SearchStage[]): Variant[] {
  const without = stages.map((stage): Variant => ({ kind: 'without', stage, without: new Set([stage]) }));
  const alone = stages
    .filter((stage) => SOURCES.includes(stage) && stages.length > 1)
    .map((stage): Variant => ({ kind: 'alone', stage, without: new Set(stages.filter((other) => other !== stage)) }));
  return [allStages, ...without, ...alone];
}

/** A search that can leave stages out. */
export interface StagedIndex {
  search(input: Omit<SearchInput, 'without'> & { without?: ReadonlySet<SearchStage> }): Promise<SearchResult>;
  /** The same without what need not be warm, where there is such. */
  warmUp?: StagedIndex['search'];
}

export { searchStages };

export const toStagedIndex = (index: SearchIndex): StagedIndex => ({
  search: ({ without, ...input }) => index.search(without ? { ...input, without: ownStages(without) } : input),
});

/** What `without` names of the index's own stages. */
const ownStages = (without: ReadonlySet<SearchStage>) =>
  new Set(searchStages.filter((stage: SearchStage) => without.has(stage)));
