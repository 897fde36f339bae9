/** How often answered questions rest on each provision and law, and on which provisions together. */
export interface CitationStatistics {
  /** Questions that rest on the provision at this place. */
  questionsOf(place: number): number;
  /** Labels that lie in this law. */
  labelsIn(law: number): number;
  /** Provisions that were cited beside this one, with how often. */
  citedBeside(place: number): ReadonlyMap<number, number> | undefined;
  /** The provisions that most questions rest on, most first; at most 300. */
  popular(): readonly number[];
  add(places: readonly number[]): void;
  remove(places: readonly number[]): void;
}

const POPULAR = 300;

export function createCitationStatistics(lawOf: ArrayLike<number>): CitationStatistics {
  const byPlace = new Map<number, number>();
  const byLaw = new Map<number, number>();
  const beside = new Map<number, Map<number, number>>();
  let popular: number[] | null = null;

  function count(places: readonly number[], by: 1 | -1) {
    popular = null;
    for (const place of places) {
      addTo(byPlace, place, by);
      addTo(byLaw, lawOf[place] ?? -1, by);
      for (const other of places) {
        if (other === place) continue;
        const own = beside.get(place) ?? new Map<number, number>();
        beside.set(place, own);
        addTo(own, other, by);
        if (own.size === 0) beside.delete(place);
      }
    }
  }

  return {
    questionsOf: (place) => byPlace.get(place) ?? 0,
    labelsIn: (law) => byLaw.get(law) ?? 0,
    citedBeside: (place) => beside.get(place),
    popular() {
      popular ??= [...byPlace]
        .sort(([a, left], [b, right]) => right - left || a - b)
        .slice(0, POPULAR)
        .map(([place]) => place);
      return popular;
    },
    add: (places) => count(places, 1),
    remove: (places) => count(places, -1),
  };
}

function addTo(counts: Map<number, number>, key: number, by: number) {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}
