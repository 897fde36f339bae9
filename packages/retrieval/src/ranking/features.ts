import type { Comparison } from '../memory/answered-questions.ts';
import type { CitationStatistics } from '../memory/citation-statistics.ts';
import { cosinesAt, type VectorTable } from '../vectors/vector-table.ts';
import { type CorpusFacts, INTERPRETATION, REGULATION, STATUTE } from './corpus-facts.ts';
import type { Spread } from './fuse.ts';
import { describeNeighbourhood, neighbourhoodNames } from './neighbourhood.ts';

/** What the second stage looks at for each candidate, in this order. Spread means: in standard deviations over the corpus. */
export const featureNames = [
  'cosine',
  'cosine spread',
  'ln rank by cosine',
  'cosine below the best',
  'cosine of the headings',
  'words spread',
  'ln rank by words',
  'words beside the best',
  'words spread below the best',
  'support of the nearest answered questions',
  'ln how many of them',
  'ln their weight, sharpened',
  'nearest question on this provision',
  'mean of the three nearest on it',
  'ln questions on this provision',
  'ln labels in this law',
  'vote of the best thirty for this law',
  'vote of the best thirty for these headings',
  'cited beside the best',
  'ln length',
  'interpretation',
  'statute',
  'regulation',
  'ln length of the question',
  'best cosine',
  'best similarity of an answered question',
  ...neighbourhoodNames,
] as const;

export const FEATURES = featureNames.length;

export interface RankingSources {
  table: VectorTable;
  headingTable: VectorTable;
  facts: CorpusFacts;
  statistics: CitationStatistics;
}

export interface AskedQuestion {
  text: string;
  vector: Float32Array;
  /** Places nearest by cosine that may appear, nearest first. */
  near: readonly number[];
  /** Places whose words match best, best first. */
  worded: ArrayLike<number>;
  lexical: Float32Array;
  cosineSpread: Spread;
  lexicalSpread: Spread;
  answered: Comparison;
  allowed: Uint8Array;
}

export interface Candidates {
  places: Int32Array;
  cosines: Float32Array;
  /** `FEATURES` numbers a place. */
  features: Float32Array;
}

const BEST = 15;
const VOTERS = 30;
const POPULAR_NEAR = 100;

/** Everything worth a second look: near in meaning, in words, cited for such questions, beside the best, or cited often. */
export function gatherCandidates(sources: RankingSources, asked: AskedQuestion): Candidates {
  const { table, statistics, facts } = sources;
  const { vector, near, answered, allowed } = asked;
  const places = new Set<number>(near);
  for (let i = 0; i < asked.worded.length; i += 1) places.add(asked.worded[i] ?? 0);
  for (const { places: cited } of answered.nearest) for (const place of cited) places.add(place);
  const beside = citedBeside(statistics, near);
  for (const place of beside.keys()) places.add(place);
  for (const place of near.slice(0, 10)) {
    for (const step of [-2, -1, 1, 2]) {
      const other = place + step;
      if (other >= 0 && other < facts.lawOf.length && facts.lawOf[other] === facts.lawOf[place]) places.add(other);
    }
  }
  for (const place of nearestOfPopular(sources, vector)) places.add(place);
  const chosen = Int32Array.from([...places].filter((place) => allowed[place] === 1)).sort();
  const cosines = Float32Array.from(cosinesAt(table, chosen, vector));
  return { places: chosen, cosines, features: describe(sources, asked, { places: chosen, cosines, beside }) };
}

function nearestOfPopular({ table, statistics }: RankingSources, vector: Float32Array): number[] {
  const popular = statistics.popular();
  const cosines = cosinesAt(table, popular, vector);
  const byCosine = ranks(cosines);
  return popular.filter((_, i) => (byCosine[i] ?? 0) < POPULAR_NEAR);
}

/** Provisions that were cited beside the nearest ones, with how often of all times, the nearest counting most. */
function citedBeside(statistics: CitationStatistics, near: readonly number[]): Map<number, number> {
  const beside = new Map<number, number>();
  for (const [rank, place] of near.slice(0, BEST).entries()) {
    const others = statistics.citedBeside(place);
    if (!others) continue;
    let total = 0;
    for (const count of others.values()) total += count;
    for (const [other, count] of others) {
      beside.set(other, (beside.get(other) ?? 0) + count / total / (1 + 0.3 * rank));
    }
  }
  return beside;
}

interface Chosen {
  places: Int32Array;
  cosines: Float32Array;
  beside: ReadonlyMap<number, number>;
}

function describe(sources: RankingSources, asked: AskedQuestion, chosen: Chosen): Float32Array {
  const { facts, statistics } = sources;
  const { lexical, lexicalSpread, cosineSpread, answered } = asked;
  const { places, cosines } = chosen;
  const words = Float32Array.from(places, (place) => lexical[place] ?? 0);
  const bestWords = words.reduce((best, value) => Math.max(best, value), 0);
  const byCosine = ranks(cosines);
  const byWords = ranks(words);
  const voters = asked.near.slice(0, VOTERS);
  const voices = cosinesAt(sources.table, voters, asked.vector);
  const bestCosine = voices[0] ?? 0;
  const bestQuestion = answered.nearest[0]?.similarity ?? 0;
  const support = supportOf(answered);
  const votes = countVotes(facts, voters, voices);
  const headingCosines = cosinesAt(
    sources.headingTable,
    Int32Array.from(places, (place) => facts.headingOf[place] ?? 0),
    asked.vector,
  );
  const around = describeNeighbourhood(
    { ...sources, vector: asked.vector, near: voters, nearCosines: voices, answered, support },
    places,
    cosines,
  );
  const questionLength = Math.log(Math.max(asked.text.length, 1));
  const features = new Float32Array(places.length * FEATURES);
  for (const [i, place] of places.entries()) {
    const cosine = cosines[i] ?? 0;
    const law = facts.lawOf[place] ?? 0;
    const heading = facts.headingOf[place] ?? 0;
    const spread = ((words[i] ?? 0) - lexicalSpread.mean) / lexicalSpread.deviation;
    const own = support.get(place);
    const { highest, mean } = answered.nearestOn(place);
    features.set(
      [
        cosine,
        (cosine - cosineSpread.mean) / cosineSpread.deviation,
        Math.log1p(byCosine[i] ?? 0),
        cosine - bestCosine,
        headingCosines[i] ?? 0,
        spread,
        Math.log1p(byWords[i] ?? 0),
        (words[i] ?? 0) / (bestWords + 1e-6),
        ((words[i] ?? 0) - bestWords) / lexicalSpread.deviation,
        own?.sum ?? 0,
        Math.log1p(own?.count ?? 0),
        Math.log1p(own?.sharp ?? 0),
        highest,
        mean,
        Math.log1p(statistics.questionsOf(place)),
        Math.log1p(statistics.labelsIn(law)),
        votes.laws.get(law) ?? 0,
        votes.headings.get(heading) ?? 0,
        chosen.beside.get(place) ?? 0,
        facts.length[place] ?? 0,
        Number(facts.kind[place] === INTERPRETATION),
        Number(facts.kind[place] === STATUTE),
        Number(facts.kind[place] === REGULATION),
        questionLength,
        bestCosine,
        bestQuestion,
      ],
      i * FEATURES,
    );
    features.set(around.values.subarray(i * around.width, (i + 1) * around.width), (i + 1) * FEATURES - around.width);
  }
  return features;
}

/** The rank of each value, 0 for the highest; of equal values the first comes first. */
function ranks(values: Float32Array | Float64Array): Int32Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const ranked = new Int32Array(values.length);
  for (const [rank, i] of order.entries()) ranked[i] = rank;
  return ranked;
}

/** What the nearest answered questions say for provisions: each further vote for one counts less. */
function supportOf({ nearest }: Comparison) {
  const support = new Map<number, { sum: number; count: number; sharp: number }>();
  const best = nearest[0]?.similarity ?? 0;
  for (const { similarity, places } of nearest) {
    for (const place of places) {
      const own = support.get(place) ?? { sum: 0, count: 0, sharp: 0 };
      own.sum += Math.max(similarity - 0.1, 0) * 0.6 ** own.count;
      own.count += 1;
      own.sharp += Math.exp(8 * (similarity - best));
      support.set(place, own);
    }
  }
  return support;
}

/** How far the nearest provisions agree on a law and on headings, as shares of one. */
function countVotes(facts: CorpusFacts, voters: readonly number[], cosines: Float64Array) {
  const best = cosines[0] ?? 0;
  const weights = voters.map((_, i) => Math.exp(10 * ((cosines[i] ?? 0) - best)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const [laws, headings] = [new Map<number, number>(), new Map<number, number>()];
  for (const [i, place] of voters.entries()) {
    const weight = (weights[i] ?? 0) / total;
    const [law, heading] = [facts.lawOf[place] ?? 0, facts.headingOf[place] ?? 0];
    laws.set(law, (laws.get(law) ?? 0) + weight);
    headings.set(heading, (headings.get(heading) ?? 0) + weight);
  }
  return { laws, headings };
}
