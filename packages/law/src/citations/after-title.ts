import { NUMERAL_CHARACTERS } from '../numerals.ts';

const N = `[${NUMERAL_CHARACTERS}]`;
const BRACKETS = '[*_]{0,2}(?:\\s*[（(][^（）()\\n]{0,60}[）)]){0,2}';
const LINK = '\\s*(?:规定的|的规定|规定|中的|中关于|中|之|的|项下|下)?\\s*[*_]{0,2}[（(]?\\s*';
/** 「第三编 合同」, 「合同编」, 「第八章违约责任」, 「附则」 between a law's name and its article. */
const HEADING = `(?:第\\s?${N}{1,4}\\s?(?:分编|编|章|节|部分)[^第《》。；，、：“\\n]{0,20}|[\\u4e00-\\u9fff]{1,8}编(?:通则|总则|分则)?|总则|分则|附则)`;
const DERIVED = '(?:及|和|与|以及|暨)?其(实施条例|实施细则|实施办法|实施规定|实施规则|司法解释|解释)';
const ORDINAL = '(?:\\s?[（(][一二三四五六七八九十][）)]|[一二三四五六七八九十](?=第))?';
const AFTER_TITLE = new RegExp(`^(${BRACKETS})${LINK}(?:${HEADING}${LINK}){0,4}$`, 'u');
const DERIVED_AFTER = new RegExp(`^${BRACKETS}\\s*${DERIVED}(${ORDINAL})${BRACKETS}${LINK}$`, 'u');
const DERIVED_BEFORE = new RegExp(`${DERIVED}(${ORDINAL})${LINK}$`, 'u');
const INTERPRETATION =
  '司法解释|解释|(?:适用法律)?(?:若干|有关|具体)?问题的(?:解释|规定|批复)|规定(?=\\s?[（(][一二三四五六七八九十][）)])';
const INTERPRETATION_AFTER = new RegExp(`^\\s*的?(${INTERPRETATION})(${ORDINAL})${LINK}$`, 'u');
/** Headings before the end of a stretch of text without book marks. */
const HEADINGS_BEFORE = new RegExp(`(?:第\\s?${N}{1,4}\\s?(?:分编|编|章|节)[^第《》。；，、：“\\n]{0,12}){1,3}$`, 'u');

export interface Gap {
  /** The brackets right after the name, where a version or a document number stands. */
  brackets: string;
  /** 「实施条例」 of 「《…法》及其实施条例」, with its 「（一）」; added to the law's name it names another law. */
  derived: string | null;
}

/** What stands between a title and the article that belongs to it; null where the words part them. */
export function readGap(gap: string): Gap | null {
  const plain = AFTER_TITLE.exec(gap);
  if (plain) return { brackets: plain[1] ?? '', derived: null };
  const derived = DERIVED_AFTER.exec(gap) ?? INTERPRETATION_AFTER.exec(gap);
  return derived ? { brackets: '', derived: `${derived[1]}${derived[2] ?? ''}` } : null;
}

/** 「…及其实施条例」 at the end of a stretch of text. */
export function derivedAtEnd(stretch: string): { derived: string; length: number } | null {
  const match = DERIVED_BEFORE.exec(stretch);
  return match ? { derived: `${match[1]}${match[2] ?? ''}`, length: match[0].length } : null;
}

export const withoutHeadings = (stretch: string) => stretch.replace(HEADINGS_BEFORE, '');
