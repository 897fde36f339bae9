import { readLabel } from './clause-label.ts';

/** A text as the checks read it; `origin[i]` is the offset in the original of the folded character `i`. */
export interface FoldedText {
  text: string;
  origin: Int32Array;
}

const WIDE = /[０-９Ａ-Ｚａ-ｚ％．＋－／]/u;
const PUNCTUATION: Record<string, string> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
};
const LINE_END = /[。；：！？…】」”）]$/u;
const FIELD =
  /^(?:[甲乙丙丁]方|出租|承租|出借|贷款人|借款人|用人单位|劳动者|卖方|买方|供方|需方|委托|受托|鉴于|地址|住所|住址|电话|联系|身份证|证件|法定代表人|统一社会|签订|签署|日期|附件|合同编号)/u;
/** Behind one of these even an empty line is only where a page ends. */
const MID_SENTENCE = /[，、（“]/u;
/** A line shorter than this that ends without a stop is a title or a field, not half a sentence. */
const SHORT_LINE = 15;

/**
 * Half-width digits and letters, full-width punctuation, no white space, no thousands separators; a line break stays
 * (as `\n`) only where a paragraph ends, so that the broken lines of a printed page read as one sentence. Linear.
 */
export function foldText(text: string): FoldedText {
  const characters: string[] = [];
  const origin: number[] = [];
  let lineStart = 0;
  let written = 0;
  let afterBlank = false;
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline < 0 ? text.length : newline;
    const before = characters.length;
    foldLine(text, lineStart, lineEnd, characters, origin);
    const line = characters.slice(before, Math.min(characters.length, before + 40)).join('');
    if (
      before > 0 &&
      line !== '' &&
      ((afterBlank && !MID_SENTENCE.test(characters[before - 1] ?? '')) ||
        breaksBefore(text.slice(lineStart, lineStart + 60), line, characters, written, before))
    ) {
      characters.splice(before, 0, '\n');
      origin.splice(before, 0, Math.max(0, lineStart - 1));
      written = before + 1;
    } else if (before === 0) written = 0;
    afterBlank = line === '';
    if (newline < 0) break;
    lineStart = newline + 1;
  }
  return { text: characters.join(''), origin: Int32Array.from([...origin, text.length]) };
}

function foldLine(text: string, from: number, to: number, characters: string[], origin: number[]) {
  for (let index = from; index < to; index += 1) {
    const raw = text[index] ?? '';
    if (/[\s\p{Cc}\p{Cf}_]/u.test(raw)) continue;
    if (/[,，]/u.test(raw) && isThousands(text, index)) continue;
    const folded = WIDE.test(raw) ? raw.normalize('NFKC') : (PUNCTUATION[raw] ?? raw);
    characters.push(folded);
    origin.push(index);
  }
}

const isThousands = (text: string, index: number) =>
  /[\d０-９]/u.test(text[index - 1] ?? '') && /^[\d０-９]{3}(?![\d０-９])/u.test(text.slice(index + 1, index + 5));

function breaksBefore(raw: string, line: string, characters: string[], lastBreak: number, before: number): boolean {
  const tail = characters[before - 1] ?? '';
  if (LINE_END.test(tail)) return true;
  return before - lastBreak < SHORT_LINE || readLabel(raw, false) !== null || FIELD.test(line);
}
