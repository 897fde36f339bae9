import { segmentWords } from '../diff/word-diff.ts';

export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Words that stand in nearly every question and say nothing about it. */
const common = new Set(
  '怎么 什么 如何 可以 应该 没有 我们 他们 这个 那个 是否 多少 需要 怎样 为什么 还是 但是 因为 所以 如果 一个 现在 已经 请问 的 了 我 你 他 她 它 在 是 不 能 吗 呢 要 有 和 与 就 都 也 还 被 把 给 对 让 后 个 着 我的 你的 他的 她的 它的 自己 怎么办 怎么样'.split(
    ' ',
  ),
);
const longestPhrase = 4;

/**
 * What of a question is worth showing in a result: its words of two characters or more, and the longer phrases that
 * neighbouring words make (试用 and 期 are 试用期), each once.
 */
export function questionWords(question: string): string[] {
  const words = segmentWords(question);
  const isSign = (word: string | undefined) => word === undefined || !/^[\p{L}\p{N}]+$/u.test(word);
  const found = new Set<string>();
  for (let from = 0; from < words.length; from += 1) {
    for (let to = from; to < Math.min(words.length, from + longestPhrase); to += 1) {
      const first = words[from];
      const last = words[to];
      if (isSign(last)) break;
      if (first === undefined || last === undefined || common.has(first) || common.has(last)) continue;
      const phrase = words.slice(from, to + 1).join('');
      if (phrase.length >= 2) found.add(phrase);
    }
  }
  return [...found];
}

/** Cuts a text at each occurrence of the words, the longest first. */
export function highlight(text: string, words: readonly string[]): TextPiece[] {
  if (words.length === 0) return [{ text, hit: false }];
  const alternatives = [...words].sort((left, right) => right.length - left.length).map(literal);
  return text
    .split(new RegExp(`(${alternatives.join('|')})`, 'giu'))
    .map((piece, index) => ({ text: piece, hit: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
