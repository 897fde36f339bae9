import type { EmbeddingsInterface } from '@langchain/core/embeddings';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import type { CaseHit, CaseRecord, KnownQuestion } from '../types.ts';
import { createVectorRows } from '../vectors/vector-rows.ts';
import { allCosines, type VectorTable } from '../vectors/vector-table.ts';
import { type CaseMemory, createCaseMemory, type RememberedCase } from './case-memory.ts';
import { type CitationStatistics, createCitationStatistics } from './citation-statistics.ts';
import { createThreeHighest, nthHighest } from './highest.ts';
import { createProvisionVersions } from './same-provision.ts';

/** Questions of which it is known what answers them: those that ship with the product, and the desk's published cases. */
export interface AnsweredQuestions {
  readonly cases: CaseMemory;
  readonly statistics: CitationStatistics;
  /** How near each answered question comes to a unit vector; to be read before the next case comes or goes. */
  compare(vector: Float32Array, sources?: AnsweredSources): Comparison;
}

export interface AnsweredSources {
  cases: boolean;
  known: boolean;
}

export interface Comparison {
  /** The nearest ones with their provisions, nearest first. */
  nearest: readonly { similarity: number; places: readonly number[] }[];
  /** Of the questions that rest on this provision: the highest similarity, and the mean of the three highest; else zeros. */
  nearestOn(place: number): { highest: number; mean: number };
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
  const remembered: AnsweredCase[] = [];
  const caseRows = createVectorRows();
  const casesOn = new Map<number, AnsweredCase[]>();
  const come = ({ record, vector }: RememberedCase) => {
    const places = withVersions(record.provisionIds.map(catalogue.placeOf));
    const one = { caseId: record.caseId, places, row: remembered.length };
    remembered.push(one);
    caseRows.push(vector);
    statistics.add(places);
    for (const place of places) append(casesOn, place, one);
  };
  const go = ({ record }: RememberedCase) => {
    const [one] = remembered.splice(
      remembered.findIndex(({ caseId }) => caseId === record.caseId),
      1,
    );
    if (!one) return;
    for (const later of remembered.slice(one.row)) later.row -= 1;
    caseRows.remove(one.row);
    statistics.remove(one.places);
    for (const place of one.places) {
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

  const three = createThreeHighest();
  return {
    cases,
    statistics,
    compare(vector, sources = { cases: true, known: true }) {
      const known = sources.known ? allCosines(knownTable, vector) : new Float32Array(0);
      const byCase = caseRows.products(vector);
      const nearest: Comparison['nearest'][number][] = highest(known, NEAREST).map((question) => ({
        similarity: known[question] ?? 0,
        places: knownPlaces[question] ?? [],
      }));
      for (const row of sources.cases ? highest(byCase, NEAREST) : []) {
        nearest.push({ similarity: byCase[row] ?? 0, places: remembered[row]?.places ?? [] });
      }
      return {
        nearest: nearest.sort((a, b) => b.similarity - a.similarity).slice(0, NEAREST),
        nearestOn(place) {
          three.clear();
          if (sources.known) for (const question of knownOn.get(place) ?? []) three.add(known[question] ?? 0);
          if (sources.cases) for (const { row } of casesOn.get(place) ?? []) three.add(byCase[row] ?? 0);
          return { highest: three.highest(), mean: three.mean() };
        },
        cases: (count) =>
          highest(byCase, count)
            .map((row) => ({ caseId: remembered[row]?.caseId ?? '', score: byCase[row] ?? 0 }))
            .sort((a, b) => b.score - a.score || (a.caseId < b.caseId ? -1 : 1))
            .slice(0, count),
      };
    },
  };
}

/** Where the `count` highest values are, and others equal to the least of them; in no order of value. */
function highest(values: Float32Array | Float64Array, count: number): number[] {
  const floor = nthHighest(values, count);
  const found: number[] = [];
  for (let i = 0; i < values.length; i += 1) if ((values[i] ?? 0) >= floor) found.push(i);
  return found;
}

interface AnsweredCase {
  caseId: string;
  places: readonly number[];
  /** Of its question's vector. */
  row: number;
}

function append<Value>(lists: Map<number, Value[]>, key: number, value: Value) {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
