import type { Area } from '@lutai/contracts';
import type { AreaKnowledge } from './area-schema.ts';

export type AreaScore = { area: Area; name: string; score: number; words: string[] };

/**
 * How strongly a text speaks of each area, best first: the weights of the keywords in it, each word counted once. A word
 * inside a longer keyword does not count (劳动合同 is not also 合同). Areas without any word are left out.
 */
export function scoreAreas(areas: AreaKnowledge[], text: string): AreaScore[] {
  const spans: { start: number; end: number; word: string }[] = [];
  for (const word of new Set(areas.flatMap((area) => area.keywords.flatMap((group) => group.words)))) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
      spans.push({ start: at, end: at + word.length, word });
    }
  }
  const inside = (span: (typeof spans)[number]) =>
    spans.some((other) => other.word.length > span.word.length && other.start <= span.start && other.end >= span.end);
  const present = new Set(spans.filter((span) => !inside(span)).map((span) => span.word));
  return areas
    .map(({ area, name, keywords }) => {
      const words: string[] = [];
      let score = 0;
      for (const group of keywords) {
        for (const word of group.words) {
          if (!present.has(word)) continue;
          words.push(word);
          score += group.weight;
        }
      }
      return { area, name, score, words };
    })
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
}
