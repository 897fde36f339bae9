import type { ArticleChange, Provision } from '@lutai/contracts';

type Side = Pick<Provision, 'id' | 'article' | 'text'>;
type Pair = { before: Side; after: Side };

/** Above this many pairs of articles that fit no other way, only those of one number are compared. */
const mostPairs = 250_000;
const alike = 0.45;
const alikeUnderOneNumber = 0.2;

/**
 * What became of each article from one version to the next, in the order of the later one; an article that is gone stands
 * after the one that came before it. An article that has moved is found by its words. `same` counts those that read the
 * same under the same number.
 */
export function compareVersions(
  before: readonly Side[],
  after: readonly Side[],
): { same: number; changes: ArticleChange[] } {
  const pairs = new Map<Side, Side>();
  const left = new Set(before);
  const take = ({ before: old, after: now }: Pair) => {
    pairs.set(now, old);
    left.delete(old);
  };
  const open = () => after.filter((side) => !pairs.has(side));
  pairUp(left, open(), ({ article, text }) => `${article}|${plain(text)}`).forEach(take);
  pairUp(left, open(), ({ text }) => plain(text)).forEach(take);
  byLikeness([...left], open()).forEach(take);
  pairUp(left, open(), ({ article }) => article)
    .filter(({ before: old, after: now }) => likeness(bigrams(old.text), bigrams(now.text)) >= alikeUnderOneNumber)
    .forEach(take);

  const gone = goneAfter(before, left, pairs);
  const changes: ArticleChange[] = [...(gone.get(null) ?? [])];
  let same = 0;
  for (const side of after) {
    const old = pairs.get(side);
    const kind = old ? kindOf(old, side) : 'added';
    if (kind === 'same') same += 1;
    else changes.push({ kind, before: old ? shown(old) : null, after: shown(side) });
    changes.push(...((old && gone.get(old)) ?? []));
  }
  return { same, changes };
}

function kindOf(before: Side, after: Side): ArticleChange['kind'] | 'same' {
  if (plain(before.text) !== plain(after.text)) return 'changed';
  return before.article === after.article ? 'same' : 'renumbered';
}

/** Pairs whose key occurs on both sides, in order. */
function pairUp(before: Iterable<Side>, after: readonly Side[], keyOf: (side: Side) => string): Pair[] {
  const byKey = new Map<string, Side[]>();
  for (const side of before) byKey.set(keyOf(side), [...(byKey.get(keyOf(side)) ?? []), side]);
  return after.flatMap((side) => {
    const old = byKey.get(keyOf(side))?.shift();
    return old ? [{ before: old, after: side }] : [];
  });
}

/** The most alike first; of articles under one number a little less likeness does. */
function byLikeness(before: readonly Side[], after: readonly Side[]): Pair[] {
  if (before.length * after.length > mostPairs) return [];
  const olds = before.map((side) => ({ side, grams: bigrams(side.text) }));
  const news = after.map((side) => ({ side, grams: bigrams(side.text) }));
  const scored = news.flatMap((now) =>
    olds.flatMap((old) => {
      const score = likeness(old.grams, now.grams) + (old.side.article === now.side.article ? 0.1 : 0);
      return score >= alike ? [{ before: old.side, after: now.side, score }] : [];
    }),
  );
  const used = new Set<Side>();
  return scored
    .sort((a, b) => b.score - a.score)
    .filter(({ before: old, after: now }) => {
      if (used.has(old) || used.has(now)) return false;
      used.add(old).add(now);
      return true;
    });
}

/** What is gone, by the last article before it that is still there; null for what stood first. */
function goneAfter(
  before: readonly Side[],
  left: ReadonlySet<Side>,
  pairs: ReadonlyMap<Side, Side>,
): Map<Side | null, ArticleChange[]> {
  const kept = new Set(pairs.values());
  const gone = new Map<Side | null, ArticleChange[]>();
  let last: Side | null = null;
  for (const side of before) {
    if (kept.has(side)) last = side;
    if (!left.has(side)) continue;
    gone.set(last, [...(gone.get(last) ?? []), { kind: 'removed', before: shown(side), after: null }]);
  }
  return gone;
}

const shown = ({ id, article, text }: Side): Side => ({ id, article, text });
const plain = (text: string) => text.replace(/\s/gu, '');

function bigrams(text: string): Map<string, number> {
  const words = plain(text);
  const grams = new Map<string, number>();
  for (let at = 0; at + 1 < words.length; at += 1) {
    const gram = words.slice(at, at + 2);
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** Dice's coefficient, 0…1. */
function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0;
  for (const [gram, count] of one) shared += Math.min(count, other.get(gram) ?? 0);
  const all = total(one) + total(other);
  return all === 0 ? 0 : (2 * shared) / all;
}

const total = (grams: ReadonlyMap<string, number>) => [...grams.values()].reduce((sum, count) => sum + count, 0);
