/** Neighbouring characters of a text, letters and ideographs only, each once. */
export function bigrams(text: string): string[] {
  const characters = [...text.replace(/[^\p{L}]/gu, '')];
  return [...new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))];
}
