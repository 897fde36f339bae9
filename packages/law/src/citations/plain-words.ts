/** A text without white space and punctuation, with the offset of each character kept, for word-for-word comparison. */
export interface PlainWords {
  words: string;
  /** Offset in the original of each character of `words`. */
  offsets: Int32Array;
}

const SKIPPED = /[\s\u3000\p{P}\p{S}\u200b]/u;

export function plainWords(text: string): PlainWords {
  const kept: string[] = [];
  const offsets = new Int32Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (SKIPPED.test(character)) continue;
    offsets[kept.length] = index;
    // Full-width letters and digits are the same words; one UTF-16 unit stays one.
    kept.push(character >= '！' && character <= '～' ? character.normalize('NFKC') : character);
  }
  return { words: kept.join(''), offsets: offsets.subarray(0, kept.length) };
}
