import { cellOf, type Features, hashBasis, hashOf, mixIn, toUnitLength } from '@lutai/learning';

/** How many features there are; part of the weights' identity. */
export const featureCount = 1 << 15;
const longestGram = 3;
/** A class of words weighs as much as so many runs of characters. */
const classWeight = 4;

/** Classes of words: that one of them stands in a text is one feature, whichever it is. */
export type Lexicon = readonly { name: string; words: RegExp }[];

/**
 * The features of a text for a linear model: its runs of one to three characters and the classes of words in it, alone and in
 * pairs, hashed (FNV-1a, 32 bit). Letters are lowered, widths made equal, digits made one, white space dropped, punctuation
 * one mark. The squares of the values sum to 1.
 */
export function featuresOf(text: string, lexicon: Lexicon): Features {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\d+/gu, '0')
    .replace(/\s+/gu, '')
    .replace(/[\p{P}\p{S}]+/gu, '，');
  const values = new Map<number, number>();
  const characters = [...`^${plain}$`];
  for (let start = 0; start < characters.length; start += 1) {
    let hash = hashBasis;
    for (let length = 1; length <= longestGram && start + length <= characters.length; length += 1) {
      hash = mixIn(hash, characters[start + length - 1] ?? '');
      values.set(cell(hash), 1);
    }
  }
  const grams = Math.max(1, values.size);
  const classes = lexicon.filter(({ words }) => words.test(plain)).map(({ name }) => name);
  const weight = classWeight * Math.sqrt(grams / 40);
  for (const [place, name] of classes.entries()) {
    values.set(cell(hashOf(`class:${name}`)), weight);
    for (const other of classes.slice(place + 1)) values.set(cell(hashOf(`pair:${name}+${other}`)), weight / 2);
  }
  return toUnitLength(values);
}

const cell = (hash: number) => cellOf(hash, featureCount);
