import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import type { CaseHit, CaseRecord, KnownQuestion } from '../types.ts';
import { allCosines, type VectorTable } from '../vectors/vector-table.ts';
import { type CaseMemory, createCaseMemory, type RememberedCase } from './case-memory.ts';
import { type CitationStatistics, createCitationStatistics } from './citation-statistics.ts';
import { createProvisionVersions } from './same-provision.ts';

/** Questions of which it is known what answers them: those that ship with the product, and the desk's published cases. */
export interface AnsweredQuestions {
  readonly cases: CaseMemory;
  readonly statistics: CitationStatistics;
  /** How near each answered question comes to a unit vector. */
  compare(vector: Float32Array, sources?: AnsweredSources): Comparison;
}

export interface AnsweredSources {
  cases: boolean;
  known: boolean;
}

export interface Comparison {
  /** The nearest ones with their provisions, nearest first. */
  nearest: readonly { similarity: number; places: readonly number[] }[];
  /** Similarities of the questions that rest on this provision, in no order. */
  on(place: number): readonly number[];
  /** The nearest cases, nearest first, equal ones in order of id. */
  cases(count: number): CaseHit[];
}

export interface AnsweredQuestionsInput {
  embeddings: EmbeddingsInterface;
  catalogue: ProvisionCatalogue;
  table: VectorTable;
  lawOf: Int32Array;
  known: readonly (KnownQuestion | PlacedQuestion)[];
  /** Vectors of the known questions' texts. */
  knownTable: VectorTable;
  cases: readonly CaseRecord[];
  caseVectors?: ReadonlyMap<string, Float32Array> | undefined;
}

/** A known question whose provisions were looked up before. */
export interface PlacedQuestion {
  text: string;
  places: readonly number[];
}

/** So many of the nearest answered questions speak for provisions. */
const NEAREST = 40;

export async function createAnsweredQuestions(input: AnsweredQuestionsInput): Promise<AnsweredQuestions> {
  const { catalogue, knownTable } = input;
  const versions = createProvisionVersions(catalogue, input.table);
  const statistics = createCitationStatistics(input.lawOf);
  const withVersions = (places: readonly (number | undefined)[]) => [
    ...new Set(places.flatMap((place) => (place === undefined ? [] : versions.versionsOf(place)))),
  ];
  const knownPlaces = input.known.map((question) =>
    withVersions('places' in question ? question.places : question.citations.map(versions.newestOf)),
  );
  const knownOn = new Map<number, number[]>();
  for (const [question, places] of knownPlaces.entries()) {
    statistics.add(places);
    for (const place of places) append(knownOn, place, question);
  }
  const casePlaces = new Map<RememberedCase, number[]>();
  const casesOn = new Map<number, RememberedCase[]>();
  const come = (one: RememberedCase) => {
    const places = withVersions(one.record.provisionIds.map(catalogue.placeOf));
    casePlaces.set(one, places);
    statistics.add(places);
    for (const place of places) append(casesOn, place, one);
  };
  const go = (one: RememberedCase) => {
    const places = casePlaces.get(one) ?? [];
    casePlaces.delete(one);
    statistics.remove(places);
    for (const place of places) {
      const others = (casesOn.get(place) ?? []).filter((other) => other !== one);
      if (others.length > 0) casesOn.set(place, others);
      else casesOn.delete(place);
    }
  };
  const cases = await createCaseMemory(input.embeddings, input.cases, {
    known: input.caseVectors,
    onChange(change) {
      if (change.gone) go(change.gone);
      if (change.come) come(change.come);
    },
  });
  for (const one of cases.entries()) come(one);

  return {
    cases,
    statistics,
    compare(vector, sources = { cases: true, known: true }) {
      const known = sources.known ? allCosines(knownTable, vector) : new Float32Array(0);
      const byCase = new Map<RememberedCase, number>();
      for (const one of casePlaces.keys()) byCase.set(one, dot(one.vector, vector));
      const speaking = sources.cases ? [...byCase] : [];
      return {
        nearest: nearestOf(known, knownPlaces, speaking, casePlaces),
        on(place) {
          const similarities: number[] = [];
          if (sources.known) for (const question of knownOn.get(place) ?? []) similarities.push(known[question] ?? 0);
          if (sources.cases) for (const one of casesOn.get(place) ?? []) similarities.push(byCase.get(one) ?? 0);
          return similarities;
        },
        cases(count) {
          const hits = Array.from(byCase, ([one, score]) => ({ caseId: one.record.caseId, score }));
          hits.sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1));
          return hits.slice(0, count);
        },
      };
    },
  };
}

function nearestOf(
  known: Float32Array,
  knownPlaces: readonly (readonly number[])[],
  cases: readonly [RememberedCase, number][],
  casePlaces: ReadonlyMap<RememberedCase, readonly number[]>,
) {
  const all: { similarity: number; places: readonly number[] }[] = [];
  // Only what may be among the nearest is made into objects: of thousands of known questions most are far.
  const floor = nthHighest(known, NEAREST);
  for (const [question, similarity] of known.entries()) {
    if (similarity >= floor) all.push({ similarity, places: knownPlaces[question] ?? [] });
  }
  for (const [one, similarity] of cases) all.push({ similarity, places: casePlaces.get(one) ?? [] });
  return all.sort((a, b) => b.similarity - a.similarity).slice(0, NEAREST);
}

function nthHighest(values: Float32Array, n: number): number {
  if (values.length <= n) return Number.NEGATIVE_INFINITY;
  const highest = new Float32Array(n).fill(Number.NEGATIVE_INFINITY);
  let lowest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value <= lowest) continue;
    let at = 0;
    while (at + 1 < n && (highest[at + 1] ?? 0) < value) {
      highest[at] = highest[at + 1] ?? 0;
      at += 1;
    }
    highest[at] = value;
    lowest = highest[0] ?? 0;
  }
  return lowest;
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let d = 0; d < a.length; d += 1) sum += (a[d] ?? 0) * (b[d] ?? 0);
  return sum;
}
