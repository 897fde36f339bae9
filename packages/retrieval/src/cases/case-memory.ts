import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { CaseHit, CaseRecord } from '../types.ts';
import { toUnit } from '../vectors/vector-table.ts';

/** Answered cases with the vectors of their questions. A change is there for the next search. */
export interface CaseMemory {
  readonly size: number;
  get(caseId: string): CaseRecord | undefined;
  put(record: CaseRecord): Promise<void>;
  remove(caseId: string): boolean;
  /** The cases whose questions are nearest to a unit vector, by cosine; equal ones in order of id. */
  nearest(vector: Float32Array, count: number): CaseHit[];
  entries(): Iterable<RememberedCase>;
}

export interface RememberedCase {
  record: CaseRecord;
  vector: Float32Array;
}

/** `known` gives vectors that were embedded before, by `caseText`. */
export async function createCaseMemory(
  embeddings: EmbeddingsInterface,
  records: readonly CaseRecord[],
  known: ReadonlyMap<string, Float32Array> = new Map(),
): Promise<CaseMemory> {
  const cases = new Map<string, RememberedCase>();
  const missing = [...new Set(records.map(caseText).filter((text) => !known.has(text)))];
  const embedded = missing.length === 0 ? [] : await embeddings.embedDocuments(missing);
  const vectors = new Map([...known, ...missing.map((text, i) => [text, toUnit(embedded[i] ?? [])] as const)]);
  for (const record of records) {
    cases.set(record.caseId, { record, vector: vectors.get(caseText(record)) ?? new Float32Array() });
  }
  return {
    get size() {
      return cases.size;
    },
    get: (caseId) => cases.get(caseId)?.record,
    async put(record) {
      const vector = toUnit(await embeddings.embedQuery(caseText(record)));
      cases.set(record.caseId, { record, vector });
    },
    remove: (caseId) => cases.delete(caseId),
    entries: () => cases.values(),
    nearest(vector, count) {
      const hits = Array.from(cases.values(), (entry) => ({
        caseId: entry.record.caseId,
        score: cosine(entry.vector, vector),
      }));
      hits.sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1));
      return hits.slice(0, count);
    },
  };
}

/** What a new question is compared with: the question, under its title where that says more. */
export const caseText = ({ title, question }: CaseRecord) =>
  title === '' || question.includes(title) ? question : `${title}\n${question}`;

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
