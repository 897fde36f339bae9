import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { ProvisionRecord } from '../../src/index.ts';
import { createRandom, type Random, shuffled } from '../random.ts';

/** Of the words of a copy, about this share is dropped, as many replaced, and as many swapped with the word after it. */
export const SHARE = 0.1;

/**
 * A corpus of exactly `size` provisions: a sample of the given ones, or all of them and then copies, each a law of its own
 * whose texts differ from their originals by dropped, replaced and swapped words. The same for the same seed.
 */
export function growCorpus(base: readonly ProvisionRecord[], size: number, seed: number): ProvisionRecord[] {
  if (size <= base.length) {
    const places = shuffled([...base.keys()], createRandom(seed)).slice(0, size);
    return places.sort((a, b) => a - b).flatMap((place) => base[place] ?? []);
  }
  const words = cutAll(base);
  const grown = [...base];
  for (let place = base.length; place < size; place += 1) {
    const from = place % base.length;
    const original = base[from];
    if (!original) break;
    const copy = Math.floor(place / base.length);
    grown.push({
      ...original,
      provisionId: `${original.provisionId}~${copy}`,
      lawId: `${original.lawId}~${copy}`,
      versionId: `${original.versionId}~${copy}`,
      text: perturb(words[from] ?? [], words, createRandom(seed, place)),
    });
  }
  return grown;
}

/** The words of a text, changed here and there; never the text itself. */
export function perturb(text: readonly string[], words: readonly (readonly string[])[], random: Random): string {
  const changed: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const word = text[at] ?? '';
    const next = text[at + 1];
    const chance = isWord(word) ? random() : 1;
    if (chance < SHARE) continue;
    if (chance < 2 * SHARE) changed.push(drawWord(words, random));
    else if (chance < 3 * SHARE && next !== undefined && isWord(next)) {
      changed.push(next, word);
      at += 1;
    } else changed.push(word);
  }
  const result = changed.join('');
  return result === text.join('') || result === '' ? `${drawWord(words, random)}${result}` : result;
}

const isWord = (text: string) => /\p{L}/u.test(text);

/** A word as often as the corpus has it. */
function drawWord(words: readonly (readonly string[])[], random: Random): string {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const text = words[Math.floor(random() * words.length)] ?? [];
    const word = text[Math.floor(random() * text.length)] ?? '';
    if (isWord(word)) return word;
  }
  return '法';
}

function cutAll(provisions: readonly ProvisionRecord[]): string[][] {
  const jieba = Jieba.withDict(dict);
  // One string for each word of the language, not for each time it is used.
  const known = new Map<string, string>();
  return provisions.map(({ text }) =>
    jieba.cut(text, true).map((word) => {
      const same = known.get(word);
      if (same === undefined) known.set(word, word);
      return same ?? word;
    }),
  );
}
