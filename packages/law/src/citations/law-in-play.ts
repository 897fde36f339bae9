import { nameInWords } from './name-in-words.ts';

const REACH = 1500;
const SENTENCE_END = /[。！？]/u;
const QUOTED = /“[^“”]*”|「[^「」]*」|『[^『』]*』/gu;
/** 「1. 」, 「（一）」, 「二、」, 「- 」 at the beginning of a line. */
const LIST_MARK = /^[\s\u3000>]*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}\s?[）)、.．:：]|[①-⑳]|[-*•·—])/u;

type Reach = 'sentence' | 'paragraph' | 'list' | 'none';

/**
 * Which law a bare 第…条 goes on with while a text is read from left to right: in a sentence, the one named last in it; in
 * later sentences of the paragraph, the one of the last sentence that named any, if that named one alone; from line to
 * line of a list, the only one that the list and the words before it name. The article of a contract ends it.
 */
export function createLawInPlay(text: string, titleAtEnd: (text: string) => number) {
  let last: string | null = null;
  let lastEnd = 0;
  let passed = 0;
  /** Whether the last one began its line. */
  let began = false;
  let ofSentence = new Set<string>();
  let ofList = new Set<string>();

  const startsLine = (at: number) => /(?:^|\n)[\s\u3000]*$/u.test(text.slice(Math.max(0, at - 12), at));
  const isList = (first: string, lines: readonly string[]) =>
    lines.every((line, index) => {
      // An article that itself begins its line: after a colon, or after another such article.
      const bare = index === lines.length - 1 && line.trim() === '';
      return bare ? began || /[：:]\s*$/u.test(first) : LIST_MARK.test(line);
    });
  /** Full stops and new lines inside a quotation end nothing. */
  const reach = (to: number): Reach => {
    if (to - lastEnd > REACH) return 'none';
    const lines = text.slice(lastEnd, to).replace(QUOTED, '').split('\n');
    const [first = '', ...further] = lines.filter(
      (line, index) => index === 0 || index === lines.length - 1 || line.trim() !== '',
    );
    if (further.length > 0) return isList(first, further) ? 'list' : 'none';
    return SENTENCE_END.test(first) ? 'paragraph' : 'sentence';
  };
  const name = (lawName: string, start: number, end: number) => {
    const from = reach(start);
    if (from !== 'sentence') ofSentence = new Set();
    if (from === 'none') ofList = new Set();
    ofSentence.add(lawName);
    ofList.add(lawName);
    began = startsLine(start);
    last = lawName;
    lastEnd = end;
  };
  const only = (laws: ReadonlySet<string>) => (laws.size === 1 ? ([...laws][0] ?? null) : null);

  return {
    name,
    /** An article of a contract: a bare one after it may be the contract's too. */
    interrupt() {
      last = null;
      ofSentence = new Set();
      ofList = new Set();
    },
    /** Takes in the laws that the words up to `at` name without book marks and without an article. */
    passWords(at: number, full: (name: string) => string) {
      const from = Math.max(lastEnd, passed, at - REACH);
      passed = at;
      for (const found of nameInWords(text.slice(from, at), titleAtEnd)) {
        name(full(found.name), from + found.start, from + found.start + found.name.length);
      }
    },
    /** The law that a bare article at `at` goes on with in its own sentence. */
    inSentence: (at: number): string | null => (reach(at) === 'sentence' ? last : null),
    /** The same, from the sentences or the lines before; null where none or more than one may be meant. */
    fromBefore(at: number): string | null {
      const from = reach(at);
      if (from === 'paragraph') return only(ofSentence);
      return from === 'list' ? only(ofList) : null;
    },
    insideQuotation(at: number): boolean {
      const before = text.slice(Math.max(0, at - REACH), at);
      return before.lastIndexOf('“') > before.lastIndexOf('”') || before.lastIndexOf('「') > before.lastIndexOf('」');
    },
  };
}
