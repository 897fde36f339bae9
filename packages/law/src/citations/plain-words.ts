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

/** Whether a quotation stands in a text word for word; 「……」 in it stands for words left out. */
export function isQuotedFrom(quote: string, text: string): boolean {
  const { words } = plainWords(text);
  let from = 0;
  for (const piece of quote.split(/…+|\.{3,}|（略）/u)) {
    const wanted = plainWords(piece).words;
    if (wanted === '') continue;
    const at = words.indexOf(wanted, from);
    if (at === -1) return false;
    from = at + wanted.length;
  }
  return true;
}
