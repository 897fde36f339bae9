import type { Comparison } from '../memory/answered-questions.ts';
import { cosinesAt, type VectorTable } from '../vectors/vector-table.ts';
import type { CorpusFacts } from './corpus-facts.ts';

/** What lies around a candidate says of it, in this order: a provision that no question was answered with has no other witness. */
export const neighbourhoodNames = [
  'support of the articles beside it',
  'nearest question on the articles beside it',
  'share of the support under these headings',
  'share of the support in this law',
  'likeness to the supported provisions',
  'likeness to the ten nearest provisions',
  'likeness to the thirty nearest provisions',
  'likeness to the most like supported provision',
  'best cosine of the articles beside it',
  'mean cosine of the candidates under these headings',
  'votes of the five nearest questions for this law',
] as const;

const WIDTH = neighbourhoodNames.length;
/** Articles so far away count as beside: those up to `ADJACENT` with their questions, the others with their support alone. */
const BESIDE = [-3, -2, -1, 1, 2, 3];
const ADJACENT = 2;
const SUPPORTED = 10;
const QUESTIONS = 5;

export interface Surroundings {
  table: VectorTable;
  facts: CorpusFacts;
  /** The question, of length 1. */
  vector: Float32Array;
  /** Places nearest to it, nearest first, and their cosines. */
  near: readonly number[];
  nearCosines: ArrayLike<number>;
  answered: Comparison;
  /** What the nearest answered questions say for each place that they name. */
  support: ReadonlyMap<number, { sum: number }>;
}

/** As many numbers a place as there are names, place by place. */
export function describeNeighbourhood(
  around: Surroundings,
  places: Int32Array,
  cosines: Float32Array,
): { width: number; values: Float32Array } {
  const { table, facts, vector, near, nearCosines, answered, support } = around;
  const supported = [...support].sort(([a, left], [b, right]) => right.sum - left.sum || a - b).slice(0, SUPPORTED);
  const shares = shareOut(facts, support);
  const votes = lawVotes(facts, answered);
  const means = meansByHeading(facts, places, cosines);
  const weigh = (count: number, sharpness: number) =>
    near
      .slice(0, count)
      .map((place, i): Weighed => [place, Math.exp(sharpness * ((nearCosines[i] ?? 0) - (nearCosines[0] ?? 0)))]);
  const likeSupported = cosinesAt(
    table,
    places,
    centroid(
      table,
      supported.map(([place, { sum }]) => [place, sum]),
    ),
  );
  const likeTen = cosinesAt(table, places, centroid(table, weigh(10, 10)));
  const likeThirty = cosinesAt(table, places, centroid(table, weigh(30, 6)));
  const likeOne = mostLike(table, places, supported);
  const [before, after] = [-1, 1].map((step) => {
    const beside = places.map((place) => (inLaw(facts, place, step) ? place + step : place));
    return cosinesAt(table, beside, vector).map((cosine, i) => (beside[i] === places[i] ? 0 : Math.max(cosine, 0)));
  });
  const nearestOn = remember((place: number) => answered.nearestOn(place).highest);
  const values = new Float32Array(places.length * WIDTH);
  for (const [i, place] of places.entries()) {
    const [law, heading] = [facts.lawOf[place] ?? 0, facts.headingOf[place] ?? 0];
    let [supportBeside, questionBeside] = [0, 0];
    for (const step of BESIDE) {
      if (!inLaw(facts, place, step)) continue;
      supportBeside += (support.get(place + step)?.sum ?? 0) / Math.abs(step);
      if (Math.abs(step) <= ADJACENT) questionBeside = Math.max(questionBeside, nearestOn(place + step));
    }
    values.set(
      [
        supportBeside,
        questionBeside,
        shares.headings.get(heading) ?? 0,
        shares.laws.get(law) ?? 0,
        likeSupported[i] ?? 0,
        likeTen[i] ?? 0,
        likeThirty[i] ?? 0,
        likeOne[i] ?? 0,
        Math.max(before?.[i] ?? 0, after?.[i] ?? 0),
        means.get(heading) ?? 0,
        votes.get(law) ?? 0,
      ],
      i * WIDTH,
    );
  }
  return { width: WIDTH, values };
}

type Weighed = readonly [place: number, weight: number];

const inLaw = ({ lawOf }: CorpusFacts, place: number, step: number) => lawOf[place + step] === lawOf[place];

/** The weighted mean of some provisions' vectors, of length 1; zeros where there are none. */
function centroid({ dimensions, values, scales }: VectorTable, weighed: readonly Weighed[]): Float32Array {
  const sum = new Float64Array(dimensions);
  for (const [place, weight] of weighed) {
    const scale = (scales[place] ?? 0) * weight;
    for (let d = 0, at = place * dimensions; d < dimensions; d += 1, at += 1) {
      sum[d] = (sum[d] ?? 0) + (values[at] ?? 0) * scale;
    }
  }
  const length = Math.sqrt(sum.reduce((square, value) => square + value * value, 0));
  return Float32Array.from(sum, (value) => (length === 0 ? 0 : value / length));
}

/** How like each place is to one of the supported ones other than itself, each counting by its support beside the highest. */
function mostLike(table: VectorTable, places: Int32Array, supported: readonly (readonly [number, { sum: number }])[]) {
  const most = new Float64Array(places.length);
  const highest = supported[0]?.[1].sum || 1;
  for (const [other, { sum }] of supported) {
    const cosines = cosinesAt(table, places, centroid(table, [[other, 1]]));
    for (const [i, cosine] of cosines.entries()) {
      if (places[i] !== other) most[i] = Math.max(most[i] ?? 0, (cosine * sum) / highest);
    }
  }
  return most;
}

function shareOut(facts: CorpusFacts, support: ReadonlyMap<number, { sum: number }>) {
  const [laws, headings] = [new Map<number, number>(), new Map<number, number>()];
  let total = 1e-9;
  for (const { sum } of support.values()) total += sum;
  for (const [place, { sum }] of support) {
    const [law, heading] = [facts.lawOf[place] ?? 0, facts.headingOf[place] ?? 0];
    laws.set(law, (laws.get(law) ?? 0) + sum / total);
    headings.set(heading, (headings.get(heading) ?? 0) + sum / total);
  }
  return { laws, headings };
}

function lawVotes(facts: CorpusFacts, { nearest }: Comparison): Map<number, number> {
  const votes = new Map<number, number>();
  for (const { similarity, places } of nearest.slice(0, QUESTIONS)) {
    for (const place of places) {
      const law = facts.lawOf[place] ?? 0;
      votes.set(law, (votes.get(law) ?? 0) + similarity / places.length);
    }
  }
  return votes;
}

function meansByHeading({ headingOf }: CorpusFacts, places: Int32Array, cosines: Float32Array): Map<number, number> {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const [i, place] of places.entries()) {
    const heading = headingOf[place] ?? 0;
    const own = sums.get(heading) ?? { sum: 0, count: 0 };
    sums.set(heading, { sum: own.sum + (cosines[i] ?? 0), count: own.count + 1 });
  }
  return new Map([...sums].map(([heading, { sum, count }]) => [heading, sum / count]));
}

function remember(of: (place: number) => number): (place: number) => number {
  const known = new Map<number, number>();
  return (place) => {
    const value = known.get(place) ?? of(place);
    known.set(place, value);
    return value;
  };
}
