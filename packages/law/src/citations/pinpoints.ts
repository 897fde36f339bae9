import { NUMERAL_CHARACTERS } from '../numerals.ts';
import { citedNumber } from './cited-number.ts';

/** 款 and 项 of an article, 1-based; null where not named. */
export interface Pinpoint {
  paragraph: number | null;
  item: number | null;
}

export interface ReadPinpoints {
  end: number;
  pinpoints: Pinpoint[];
  /** A number of a 款 or 项 stands there that is no number (「第百款」). */
  broken: boolean;
}

const N = `[${NUMERAL_CHARACTERS}]`;
const JOIN = '(?:[、和及与或至到~～—–-]|以及|或者|并)';
const PLAIN = `${N}{1,4}`;
const BRACKETED = `[（(]\\s?${N}{1,4}\\s?[）)]`;
/** 「第一、二款」, 「第一款至第三款」; straight after 条 also 「1款」. */
const PARAGRAPHS = new RegExp(
  `\\s?(${JOIN})?\\s?(第\\s?)?(${PLAIN}(?:\\s?${JOIN}\\s?(?:第\\s?)?${PLAIN}){0,8})\\s?款`,
  'uy',
);
const BRACKETED_ITEMS = new RegExp(
  `\\s?(${JOIN})?\\s?(第\\s?)?(${BRACKETED}(?:\\s?${JOIN}?\\s?(?:第\\s?)?${BRACKETED}){0,12})\\s?([项項])?`,
  'uy',
);
const ITEMS = new RegExp(
  `\\s?(${JOIN})?\\s?(第\\s?)?(${PLAIN}(?:\\s?${JOIN}\\s?(?:第\\s?)?${PLAIN}){0,8})\\s?[项項]`,
  'uy',
);
const SUBITEM = new RegExp(`\\s?第\\s?(?:${PLAIN}|[A-Za-z]|[（(][A-Za-z\\d]{1,2}[）)])\\s?[目点]`, 'uy');
const RANGE = /[至到~～—–-]/u;
const MOST = 60;

/** The 款 and 项 that follow an article at `from`. Every repetition is bounded: linear time. */
export function readPinpoints(text: string, from: number): ReadPinpoints {
  const state = { end: from, pinpoints: [] as Pinpoint[], broken: false };
  let paragraph: number | null = null;
  for (let guard = 0; guard < 12 && state.pinpoints.length < MOST; guard += 1) {
    const paragraphs = at(PARAGRAPHS, text, state.end);
    // 「第十条两款」 counts the 款, and 「、3款」 is a thing of its own.
    const named = paragraphs && (paragraphs[2] || (!paragraphs[1] && !paragraphs[3]?.includes('两')));
    if (paragraphs && (named || (paragraphs[1] && paragraph !== null))) {
      const numbers = numbersIn(paragraphs[3] ?? '', startOfRange(paragraphs[1], paragraph));
      if (numbers === null) return { ...state, end: state.end + paragraphs[0].length, broken: true };
      state.end += paragraphs[0].length;
      paragraph = numbers.at(-1) ?? null;
      state.pinpoints.push(...numbers.map((value) => ({ paragraph: value, item: null })));
      continue;
    }
    const items = itemsAt(text, state.end);
    if (!items) break;
    const last = state.pinpoints.at(-1);
    const numbers = numbersIn(items[3] ?? '', startOfRange(items[1], last?.item ?? null));
    if (numbers === null) return { ...state, end: state.end + items[0].length, broken: true };
    state.end += items[0].length;
    if (last?.item === null && last.paragraph === paragraph) state.pinpoints.pop();
    state.pinpoints.push(...numbers.map((value) => ({ paragraph, item: value })));
    const subitem = at(SUBITEM, text, state.end);
    if (subitem) state.end += subitem[0].length;
  }
  return state;
}

function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}

function itemsAt(text: string, index: number): RegExpExecArray | null {
  const bracketed = at(BRACKETED_ITEMS, text, index);
  // 「（一）」 without 第 or 项 may be the first item of a list that follows.
  if (bracketed && (bracketed[2] || bracketed[4])) return bracketed;
  const plain = at(ITEMS, text, index);
  return plain && (plain[2] || !plain[1]) && !/两/.test(plain[3] ?? '') ? plain : null;
}

const startOfRange = (joint: string | undefined, last: number | null) =>
  joint !== undefined && RANGE.test(joint) ? last : null;

/** The numbers of 「一、二」 or 「（一）至（三）」; null when one of them cannot be read or a range does not count up. */
function numbersIn(words: string, from: number | null): number[] | null {
  const numbers: number[] = [];
  let open = from;
  for (const [token] of words.matchAll(new RegExp(`${N}+|[至到~～—–-]`, 'gu'))) {
    if (RANGE.test(token)) {
      open = numbers.at(-1) ?? null;
      continue;
    }
    const value = citedNumber(token);
    if (value === null) return null;
    if (open !== null) {
      if (value <= open || value - open > MOST) return null;
      for (let between = open + 1; between < value; between += 1) numbers.push(between);
    }
    numbers.push(value);
    open = null;
  }
  return numbers.length > 0 ? numbers : null;
}
