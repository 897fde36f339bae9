import type { Telling } from './route-schema.ts';

const longestText = 20_000;

/** The sentences of what a client wrote, figures of speech taken out. */
export function sentencesOf(figures: RegExp[], texts: string[]): string[] {
  return texts
    .flatMap((text) => text.slice(0, longestText).split(/[。！？!?；;\n]+/u))
    .map((sentence) => figures.reduce((rest, figure) => rest.replace(figure, ''), sentence.replace(/\s+/gu, '')))
    .filter((sentence) => sentence !== '');
}

/** The words of the first sentence that tells it; null where none does. */
export function toldBy({ sure, likely, unless }: Telling, sentences: string[]): string | null {
  for (const sentence of sentences) {
    for (const pattern of sure) {
      const found = pattern.exec(sentence)?.[0];
      if (found !== undefined) return found;
    }
    if (unless.some((pattern) => pattern.test(sentence))) continue;
    for (const pattern of likely) {
      const found = pattern.exec(sentence)?.[0];
      if (found !== undefined) return found;
    }
  }
  return null;
}
