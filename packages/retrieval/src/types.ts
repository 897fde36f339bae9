import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { VectorStore } from '@langchain/core/vectorstores';
import type { LexicalData } from './lexical/lexical-index.ts';
import type { Ranker } from './ranking/ranker.ts';

/** One provision of one version of a law, as the index needs it. Days are `YYYY-MM-DD`. */
export interface ProvisionRecord {
  provisionId: string;
  lawId: string;
  versionId: string;
  /** Full title of the law. */
  law: string;
  /** 「第五百七十七条」. */
  article: string;
  /** Headings above it, outermost first. */
  path: readonly string[];
  level: string;
  /** Inclusive; null where unknown. */
  effectiveFrom: string | null;
  /** Exclusive; null where still in force. */
  effectiveTo: string | null;
  text: string;
}

/** An answered case: a past question, its approved answer and the provisions that the answer rests on. */
export interface CaseRecord {
  caseId: string;
  title: string;
  question: string;
  answer: string;
  /** Canonical: 「《中华人民共和国民法典》第五百七十七条」. */
  citations: readonly string[];
  provisionIds: readonly string[];
}

/** A question that ships with the product, and the provisions that answer it: 「中华人民共和国民法典第五百七十七条」. */
export interface KnownQuestion {
  text: string;
  citations: readonly string[];
}

/** Parts of a search that can be left out, to see what each brings. Without the ranker the signals are summed. */
export const searchStages = ['vectors', 'lexical', 'cases', 'known-questions', 'ranker'] as const;
export type SearchStage = (typeof searchStages)[number];

export type IndexStage = 'embed' | 'lexical' | 'vectors' | 'save';

export interface IndexProgress {
  stage: IndexStage;
  done: number;
  total: number;
}

/** What names the content of an index; a saved one is refused when any of it differs. */
export interface IndexKey {
  corpusVersion: string;
  modelId: string;
}

export interface BuildSearchIndexInput extends IndexKey {
  provisions: readonly ProvisionRecord[];
  cases: readonly CaseRecord[];
  /** None by default. A citation that the corpus lacks is passed over. */
  knownQuestions?: readonly KnownQuestion[] | undefined;
  /** The trained second stage; by default the one that ships, where it was trained on these embeddings. */
  ranker?: Ranker | null | undefined;
  embeddings: EmbeddingsInterface;
  /** Where the index is kept; null builds one in memory alone. Written whole or not at all. */
  folder: string | null;
  /** `hnsw` where the native library can be loaded, unless `exact` is asked for. */
  vectorSearch?: VectorSearchKind | undefined;
  /** The lexical index of these very provisions, where the caller has built it before. */
  lexical?: LexicalData | undefined;
  onProgress?: ((progress: IndexProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
}

export interface LoadSearchIndexInput extends IndexKey {
  folder: string;
  embeddings: EmbeddingsInterface;
  /** Answered cases in place of those that were saved, where the caller's list is newer. */
  cases?: readonly CaseRecord[] | undefined;
  /** As they were given when the index was built; others are embedded now. */
  knownQuestions?: readonly KnownQuestion[] | undefined;
  ranker?: Ranker | null | undefined;
}

export type VectorSearchKind = 'hnsw' | 'exact';

export interface SearchInput {
  question: string;
  /** How many provisions at most. */
  k: number;
  /** Only provisions in force on this day; null searches the versions of all days. */
  asOf: string | null;
  /** How many answered cases at most; none by default. */
  caseCount?: number | undefined;
  /** For measuring alone. */
  without?: ReadonlySet<SearchStage> | undefined;
  signal?: AbortSignal | undefined;
}

export interface ProvisionHit {
  provisionId: string;
  /** Fused score; comparable within one search alone. */
  score: number;
}

export interface CaseHit {
  caseId: string;
  /** Cosine of the two questions, −1…1. */
  score: number;
}

export interface SearchResult {
  /** Best first; equal scores in order of id. */
  hits: ProvisionHit[];
  cases: CaseHit[];
  /** Cosine of question and nearest provision in force, −1…1: how near the corpus comes to the question at all. */
  nearest: number;
}

export interface SearchIndex {
  readonly key: IndexKey;
  readonly vectorSearch: VectorSearchKind;
  /** Provisions in the index. */
  readonly size: number;
  readonly caseCount: number;
  search(input: SearchInput): Promise<SearchResult>;
  /** Found by the next search; replaces a case of the same id. Saved where the index has a folder. */
  addCase(record: CaseRecord): Promise<void>;
  /** False where there was none. */
  removeCase(caseId: string): Promise<boolean>;
  /** The provisions for anything of LangChain that takes a vector store; `metadata` is a ProvisionRecord without text. */
  readonly vectorStore: VectorStore;
}
