import { segmentForSearch } from '@lutai/embedder';

const WORD = /[\p{L}\p{N}]/u;
/** Words that nearly every sentence has: they cost time and decide nothing. */
const STOP_WORDS = new Set(
  '的 了 和 是 在 我 有 就 也 都 而 及 与 或 吗 呢 吧 啊 这 那 你 他 她 它 们 被 把 对 由 为 以 于 之'.split(' '),
);

/** The words of a text as the lexical index knows them, in order, repeated words included. */
export function lexicalTokens(text: string): string[] {
  return segmentForSearch(text.normalize('NFKC').toLowerCase()).filter(
    (word) => WORD.test(word) && !STOP_WORDS.has(word),
  );
}
