const digits = '零一二三四五六七八九';
const legal = '零壹贰叁肆伍陆柒捌玖';

/** 1–99,999 as it is counted aloud: 十一, 一百零五, 二万. */
function counted(value: number, numerals: string, [ten, hundred, thousand]: readonly string[]): string {
  const units = ['', ten, hundred, thousand];
  if (value >= 10_000) {
    const rest = value % 10_000;
    const tail =
      rest === 0
        ? ''
        : `${rest < 1000 ? numerals[0] : ''}${counted(rest, numerals, [ten ?? '', hundred ?? '', thousand ?? ''])}`;
    return `${counted(Math.floor(value / 10_000), numerals, [ten ?? '', hundred ?? '', thousand ?? ''])}万${tail}`;
  }
  let text = '';
  for (const [index, digit] of [...String(value)].entries()) {
    const unit = String(value).length - 1 - index;
    if (digit !== '0') text += `${numerals[Number(digit)]}${units[unit]}`;
    else if (!text.endsWith('零')) text += '零';
  }
  return text.replace(/零+$/, '');
}

const chinese = (value: number) => counted(value, digits, ['十', '百', '千']).replace(/^一十/, '十');
const from = (list: string) => (value: number) => [...list][value - 1] ?? String(value);
const positional = (value: number) =>
  [...String(value)].map((digit) => (digit === '0' ? '〇' : digits[Number(digit)])).join('');
const letters = (value: number) =>
  String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(20, Math.ceil(value / 26)));

function roman(value: number): string {
  if (value > 3999) return String(value);
  const signs: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let rest = value;
  return signs
    .map(([worth, sign]) => {
      const times = Math.floor(rest / worth);
      rest -= times * worth;
      return sign.repeat(times);
    })
    .join('');
}

const circled = from('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳');
const formats: Record<string, (value: number) => string> = {
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) =>
    String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: from('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
  decimalEnclosedFullstop: from('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: positional,
  japaneseDigitalTenThousand: positional,
  taiwaneseDigital: positional,
  chineseLegalSimplified: (value) => counted(value, legal, ['拾', '佰', '仟']),
  ideographLegalTraditional: (value) => counted(value, '零壹貳參肆伍陸柒捌玖', ['拾', '佰', '仟']),
  japaneseLegal: (value) => counted(value, legal, ['拾', '佰', '仟']),
  ideographTraditional: from('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: from('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: from('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => '',
};

/** A number as Word writes it in the format of `w:numFmt`; what has no format of its own, and 0, in Arabic digits. */
export const formatNumber = (value: number, format: string): string =>
  value === 0 && format !== 'none' ? '0' : (formats[format]?.(value) ?? String(value));
