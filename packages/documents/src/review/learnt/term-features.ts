import { cellOf, type Features, hashBasis, mixIn, toUnitLength } from '@lutai/learning';

/** Sizes of the hashed tables; part of the weights' identity. */
export const termCells = 1 << 16;
export const themeCells = 1 << 15;
const longestRun = 3;
const farthest = 3;
/** What a pair of characters with others between them weighs beside a run of neighbours. */
const pairWeight = 0.5;

/**
 * The features of a sentence of a contract (`markParties` has put marks for the parties): its runs of one to three characters and
 * its pairs of characters two or three places apart. Numbers of any kind are one, punctuation is one mark. Squares sum to 1.
 */
export function termFeatures(sentence: string): Features {
  const characters = [...`^${plain(sentence)}$`];
  const values = new Map<number, number>();
  for (let start = 0; start < characters.length; start += 1) {
    let hash = hashBasis;
    for (let length = 1; length <= longestRun && start + length <= characters.length; length += 1) {
      hash = mixIn(hash, characters[start + length - 1] ?? '');
      values.set(cellOf(hash, termCells), 1);
    }
    for (let distance = 2; distance <= farthest && start + distance < characters.length; distance += 1) {
      const ends = mixIn(mixIn(hashBasis, characters[start] ?? ''), characters[start + distance] ?? '');
      values.set(cellOf(mixIn(ends, '…'), termCells), pairWeight);
    }
  }
  return toUnitLength(values);
}

/** What tells the theme of a sentence: its characters and pairs of neighbours alone. */
export function themeFeatures(sentence: string): Features {
  const characters = [...`^${plain(sentence)}$`];
  const values = new Map<number, number>();
  for (const [index, character] of characters.entries()) {
    const one = mixIn(hashBasis, character);
    values.set(cellOf(one, themeCells), 1);
    const next = characters[index + 1];
    if (next !== undefined) values.set(cellOf(mixIn(one, next), themeCells), 1);
  }
  return toUnitLength(values);
}

const COUNTED = /[零〇一二两三四五六七八九十百千万]+(?=[年月日天个次元倍成%％条人份]|分之)/gu;

function plain(sentence: string): string {
  return sentence
    .replace(/\s+/gu, '')
    .toLowerCase()
    .replace(/\d+(?:\.\d+)?/gu, '0')
    .replace(COUNTED, '0')
    .replace(/[\p{P}]+/gu, '，');
}
