import { canonicalCitations } from '../citation-text.ts';

/** A question and the answer to it, Markdown with canonical citations. */
export type AnsweredText = { question: string; text: string };

const sameQuestion = 0.8;
const sameSentence = 0.5;
/** What a conclusion affirms or denies; the denial first, as it contains the other. */
const stances: [RegExp, RegExp][] = [
  [/不可以|不能|不得|无权|没有权利/u, /可以|能够|有权/u],
  [/不(用|必|需要?|应当?)|无需|无须|没有义务|不承担/u, /应当|需要|必须|有义务|承担/u],
  [/无效|不生效|不成立/u, /有效|生效|成立/u],
  [/不构成|不属于|不算|不是/u, /构成|属于|算是?/u],
  [/不(予)?支持/u, /支持/u],
];

/**
 * What of `draft` contradicts `earlier`, said for the agent; null where nothing surely does. Either the same provision
 * carries nearly the same sentence with the opposite stance, or the same question gets a conclusion with other numbers.
 */
export function findConflict(draft: AnsweredText, earlier: AnsweredText): string | null {
  const before = conclusionSentences(earlier.text);
  for (const sentence of conclusionSentences(draft.text)) {
    const cited = canonicalCitations(sentence);
    for (const other of before) {
      const shared = canonicalCitations(other).find((citation) => cited.includes(citation));
      if (shared === undefined || !opposite(sentence, other)) continue;
      return `与此前给该客户的答复不一致：同样引用${shared}，此前说“${brief(other)}”，这次说“${brief(sentence)}”`;
    }
  }
  if (likeness(draft.question, earlier.question) < sameQuestion) return null;
  const now = numbersOf(draft.text);
  const then = numbersOf(earlier.text);
  for (const [unit, numbers] of now) {
    const others = then.get(unit);
    if (others === undefined || numbers.some((number) => others.includes(number))) continue;
    return `与此前给该客户的答复不一致：同一问题，此前的结论是${others.join('、')}${unit}，这次是${numbers.join('、')}${unit}`;
  }
  return null;
}

function opposite(left: string, right: string): boolean {
  if (likeness(stripped(left), stripped(right)) < sameSentence) return false;
  return stances.some(([denies, affirms]) => {
    const stance = (sentence: string) => (denies.test(sentence) ? -1 : affirms.test(sentence) ? 1 : 0);
    return stance(plain(left)) * stance(plain(right)) === -1;
  });
}

/** Without what is quoted or named, which says the same in both. */
const plain = (sentence: string) => sentence.replace(/《[^》]*》|“[^”]*”|「[^」]*」/gu, '');
const stripped = (sentence: string) => plain(sentence).replace(/第[一二三四五六七八九十百千零]+条|不|无|没有/gu, '');
const brief = (sentence: string) => plain(sentence).trim().slice(0, 40);

function conclusionOf(text: string): string {
  return /##\s*结论\s*\n([\s\S]*?)(?=\n##\s|$)/u.exec(text)?.[1] ?? '';
}

const conclusionSentences = (text: string): string[] =>
  conclusionOf(text)
    .split(/(?<=[。！？；])|\n+/u)
    .filter((sentence) => sentence.trim() !== '');

/** The numbers of a conclusion by their unit. */
function numbersOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [, number, unit] of plain(conclusionOf(text)).matchAll(
    /(\d+(?:\.\d+)?)\s*(万元|元|个月|日内|天|倍|年)(?!\d*月)/gu,
  )) {
    if (number === undefined || unit === undefined || (unit === '年' && Number(number) > 1900)) continue;
    found.set(unit, [...(found.get(unit) ?? []), number]);
  }
  return found;
}

/** Dice coefficient of the pairs of characters, 0…1. */
function likeness(left: string, right: string): number {
  const pairs = (text: string) => {
    const characters = [...text.replace(/[\s\p{P}]/gu, '')];
    return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`));
  };
  const [first, second] = [pairs(left), pairs(right)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((pair) => second.has(pair)).length;
  return (2 * shared) / (first.size + second.size);
}
