export type LabelStyle =
  | 'chapter'
  | 'article'
  | 'han'
  | 'han-bracket'
  | 'number'
  | 'number-2'
  | 'number-3'
  | 'number-bracket'
  | 'circled';

/** The number that a line opens with: 「第三条」, 「三、」, 「（三）」, 「3.」, 「3.1」, 「（3）」, 「③」. */
export interface ClauseLabel {
  style: LabelStyle;
  /** As written, without white space: 「第三条」. */
  label: string;
  /** Characters of the line that it takes, white space before it and a separator after it included. */
  length: number;
}

const HAN = '零〇一二两三四五六七八九十百';
const DIGIT = '[0-9０-９]';
const FORMS: [LabelStyle, RegExp][] = [
  [
    'chapter',
    new RegExp(
      `^[\\s\\u3000]*(第[${HAN}0-9０-９]{1,6}[章节編编](?:节|部分)?|第[${HAN}]{1,3}部分)[\\s\\u3000、：:]*`,
      'u',
    ),
  ],
  ['article', new RegExp(`^[\\s\\u3000]*(第[\\s]?[${HAN}0-9０-９]{1,6}[\\s]?条)(?:[\\s\\u3000、：:.．]*)`, 'u')],
  ['han', new RegExp(`^[\\s\\u3000]*([${HAN}]{1,4})[、．.][\\s\\u3000]*`, 'u')],
  ['han-bracket', new RegExp(`^[\\s\\u3000]*[（(]([${HAN}]{1,4})[）)][\\s\\u3000、]*`, 'u')],
  [
    'number-3',
    new RegExp(
      `^[\\s\\u3000]*(${DIGIT}{1,2}[.．]${DIGIT}{1,2}[.．]${DIGIT}{1,2})(?![.．]?${DIGIT})[\\s\\u3000、.．]*`,
      'u',
    ),
  ],
  [
    'number-2',
    new RegExp(
      `^[\\s\\u3000]*(${DIGIT}{1,2}[.．]${DIGIT}{1,2})(?!${DIGIT}|[%％‰万亿元年月日天米个倍㎡平])[\\s\\u3000、.．]*`,
      'u',
    ),
  ],
  ['number', new RegExp(`^[\\s\\u3000]*(${DIGIT}{1,3})[、.．](?!${DIGIT})[\\s\\u3000]*`, 'u')],
  [
    'number-bracket',
    new RegExp(`^[\\s\\u3000]*(?:[（(](${DIGIT}{1,3})[）)]|(${DIGIT}{1,3})[）)])[\\s\\u3000、]*`, 'u'),
  ],
  ['circled', /^[\s\u3000]*([①-⑳])[\s\u3000]*/u],
];
/** 「按照⏎第五条约定的……」 is a reference that a line break cut off. */
const REFERENCE_AFTER =
  /^(?:的?(?:约定|规定|所(?!有|得)|之|内容)|[、和与及或]第|第[一二三四五六七八九十\d]+[款项]|[，。；）)])/u;

/** Reads the label at the beginning of a line (its first 60 characters are enough); `midSentence`: the line before it did not end one. */
export function readLabel(line: string, midSentence: boolean): ClauseLabel | null {
  for (const [style, form] of FORMS) {
    const match = form.exec(line);
    if (match === null) continue;
    const rest = line.slice(match[0].length);
    if ((style === 'article' || style === 'chapter') && REFERENCE_AFTER.test(rest)) return null;
    if (midSentence && style !== 'article' && style !== 'chapter' && /^[，。；%％]/u.test(rest)) return null;
    const label = (match[1] ?? match[2] ?? '').replace(/\s/gu, '');
    return { style, label: style.endsWith('bracket') ? `（${label}）` : label, length: match[0].length };
  }
  return null;
}
