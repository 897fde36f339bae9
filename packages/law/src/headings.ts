const KIND_RANKS: [RegExp, number][] = [
  [/^第\s*[零〇一二三四五六七八九十百\d]+\s*编/, 10],
  [/^第\s*[零〇一二三四五六七八九十百\d]+\s*分\s*编/, 20],
  [/^第\s*[零〇一二三四五六七八九十百\d]+\s*章/, 30],
  [/^第\s*[零〇一二三四五六七八九十百\d]+\s*节/, 40],
  [/^第\s*[零〇一二三四五六七八九十百\d]+\s*目/, 50],
];
const SUPPLEMENT = /^附\s*则$/;
const ATTACHMENT = /^附\s*(?:件|录|表|图|则图)?\s*[一二三四五六七八九十\d]*\s*(?:$|[:：、．.\s])/;

export interface Heading {
  text: string;
  /** Smaller is outer: an attachment 1, 编 10, 分编 20, 章 30, 节 40. */
  rank: number;
}

/** 「第一章  总 则」 → 「第一章 总则」: one space after the number, none inside Chinese words. */
export function tidyHeading(text: string): string {
  const plain = text.replace(/[\s\u3000]+/g, ' ').trim();
  const match = /^(第\s?[零〇一二三四五六七八九十百\d]+\s?(?:分\s?编|[编章节目]))\s?(.*)$/.exec(plain);
  const squeeze = (words: string) => words.replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/g, '');
  if (!match) return squeeze(plain);
  return `${(match[1] ?? '').replace(/\s/g, '')} ${squeeze(match[2] ?? '')}`.trim();
}

/** 附件, 附录, 附表, 附图, 附： — but not 附则, which is a chapter. */
export function isAttachmentHeading(text: string): boolean {
  return text.length <= 60 && ATTACHMENT.test(text) && !SUPPLEMENT.test(text) && !/[。；]/.test(text);
}

export function markdownHeading(text: string, hashes: number): Heading {
  const tidy = tidyHeading(text);
  if (isAttachmentHeading(tidy)) return { text: tidy, rank: 1 };
  const kind = KIND_RANKS.find(([pattern]) => pattern.test(tidy));
  return { text: tidy, rank: kind?.[1] ?? (SUPPLEMENT.test(tidy) ? 30 : 10 * (hashes + 1)) };
}

/** A heading of a text without Markdown marks: 「第一章 总则」 alone on a line; null for a sentence. */
export function plainHeading(text: string): Heading | null {
  if (text.length > 50 || /[。；：，！？“”]/.test(text)) return null;
  const tidy = tidyHeading(text);
  if (SUPPLEMENT.test(text)) return { text: tidy, rank: 30 };
  const kind = KIND_RANKS.find(([pattern]) => pattern.test(tidy));
  if (!kind || /^第\S+ (?:的|规定|相应|和|与|、)/.test(tidy)) return null;
  return { text: tidy, rank: kind[1] };
}

/** The headings above a provision, outermost first. */
export function createHeadingPath(part: string | null) {
  let stack: Heading[] = part === null ? [] : [{ text: part, rank: 0 }];
  return {
    enter(heading: Heading) {
      stack = [...stack.filter((outer) => outer.rank < heading.rank), heading];
    },
    /** A heading that the file broke over two lines. */
    extend(words: string) {
      const last = stack.at(-1);
      if (last) stack = [...stack.slice(0, -1), { ...last, text: tidyHeading(`${last.text}${words}`) }];
    },
    current: () => stack.map((heading) => heading.text),
  };
}
