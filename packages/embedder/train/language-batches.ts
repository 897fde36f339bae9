import type { Batch } from './kernel/create-kernel.ts';
import type { PairKind } from './language-texts.ts';
import { shuffled } from './random.ts';

/** Batches of pairs without end, the kinds by turns; each kind is gone through in random order, again and again. */
export function* languageBatches(
  kinds: readonly PairKind[],
  size: number,
  random: () => number,
): Generator<Batch, never> {
  const sources = kinds.map((kind) => dealt(kind, size, random));
  for (let turn = 0; ; turn += 1) {
    const kind = kinds[turn % kinds.length];
    const own = sources[turn % kinds.length]?.next().value;
    if (!kind || !own) throw new Error('there is nothing to learn the language from');
    const [left, right] = random() < 0.5 ? [kind.left, kind.right] : [kind.right, kind.left];
    const group = own.map((pair) => kind.group[pair] ?? 0);
    yield {
      left: own.map((pair) => left[pair] ?? 0),
      right: own.map((pair) => right[pair] ?? 0),
      neutral: sameGroup(group),
      salt: Math.floor(random() * 4294967296),
    };
  }
}

function* dealt({ left }: PairKind, size: number, random: () => number): Generator<Int32Array, never> {
  if (left.length === 0) throw new Error('there is nothing to learn the language from');
  for (;;) {
    const order = shuffled(left.length, random);
    for (let from = 0; from === 0 || from + size <= order.length; from += size) yield order.slice(from, from + size);
  }
}

function sameGroup(group: Int32Array): number[] {
  const members = new Map<number, number[]>();
  for (const [pair, own] of group.entries()) {
    const others = members.get(own);
    if (others) others.push(pair);
    else members.set(own, [pair]);
  }
  const places: number[] = [];
  for (const others of members.values())
    for (const i of others) for (const j of others) if (i !== j) places.push(i * group.length + j);
  return places;
}
