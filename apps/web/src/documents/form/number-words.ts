/** What is typed into a field of a number: the number, or the words themselves where they are none. */
export function readNumber(words: string): number | string | null {
  const plain = words.normalize('NFKC').replace(/[,\s]/gu, '').replace(/元$/u, '');
  if (plain === '') return null;
  return /^-?\d+(\.\d+)?$/u.test(plain) ? Number(plain) : words;
}

export const numberWords = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : '';

/** What the field shows: the words as they were typed while they still say what its value is. */
export const shownNumber = (typed: string, value: unknown): string =>
  Object.is(readNumber(typed), value ?? null) ? typed : numberWords(value);
