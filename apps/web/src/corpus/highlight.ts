import { segmentWords } from '../diff/word-diff.ts';

export interface TextPiece {
  text: string;
  hit: boolean;
}

/** Words that stand in nearly every question and say nothing about it. */
const common = new Set([
  '怎么',
  '什么',
  '如何',
  '可以',
  '应该',
  '没有',
  '我们',
  '他们',
  '这个',
  '那个',
  '是否',
  '多少',
  '需要',
  '怎样',
  '为什么',
  '还是',
  '但是',
  '因为',
  '所以',
  '如果',
  '一个',
  '现在',
  '已经',
  '请问',
]);

/** The words of a question that are worth showing in a result: of two characters or more, each once. */
export function questionWords(question: string): string[] {
  const words = segmentWords(question).filter((word) => /^[\p{L}\p{N}]{2,}$/u.test(word) && !common.has(word));
  return [...new Set(words)];
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
