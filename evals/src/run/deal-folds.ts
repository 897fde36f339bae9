import { createRandom, shuffled } from '../statistics/random.ts';

/** From this share of common character pairs on (Jaccard), two questions count as nearly equal. */
const NEARLY_EQUAL = 0.7;

/**
 * Deals questions to `count` folds. Questions of equal or nearly equal words stay together, also over a third one between
 * them; the groups are shuffled by `seed` and each goes to the fold that is smallest so far. Gives the fold of each
 * question, 0-based. The order of the questions does not matter.
 */
export function dealFolds(texts: readonly string[], count: number, seed: number): number[] {
  const groups = groupNearlyEqual(texts).sort((a, b) => compare(firstText(a), firstText(b)));
  const foldOf: number[] = new Array(texts.length).fill(0);
  const sizes: number[] = new Array(count).fill(0);
  for (const group of shuffled(groups, createRandom(seed))) {
    const fold = sizes.indexOf(Math.min(...sizes));
    sizes[fold] = (sizes[fold] ?? 0) + group.length;
    for (const question of group) foldOf[question] = fold;
  }
  return foldOf;

  function firstText(group: readonly number[]): string {
    return group.map((question) => normalise(texts[question] ?? '')).sort(compare)[0] ?? '';
  }
}

/** Groups of places in `texts`; each place is in one. */
export function groupNearlyEqual(texts: readonly string[]): number[][] {
  const parent = texts.map((_, place) => place);
  const root = (place: number): number => {
    const above = parent[place] ?? place;
    if (above === place) return place;
    const top = root(above);
    parent[place] = top;
    return top;
  };
  const pairsOf = texts.map((text) => characterPairs(normalise(text)));
  const having = new Map<string, number[]>();
  for (const [place, pairs] of pairsOf.entries()) {
    const common = new Map<number, number>();
    for (const pair of pairs) {
      const earlier = having.get(pair) ?? [];
      for (const other of earlier) common.set(other, (common.get(other) ?? 0) + 1);
      earlier.push(place);
      having.set(pair, earlier);
    }
    for (const [other, shared] of common) {
      const union = pairs.size + (pairsOf[other]?.size ?? 0) - shared;
      if (shared / union >= NEARLY_EQUAL) parent[root(place)] = root(other);
    }
  }
  const groups = new Map<number, number[]>();
  for (const place of texts.keys()) groups.set(root(place), [...(groups.get(root(place)) ?? []), place]);
  return [...groups.values()];
}

/** Letters and digits alone. */
const normalise = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

function characterPairs(text: string): Set<string> {
  const characters = [...text];
  // A single character, or none, is its own pair.
  if (characters.length < 2) return new Set([text]);
  return new Set(characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`));
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
