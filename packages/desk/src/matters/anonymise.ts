import { findNames } from './find-names.ts';
import { replaceAddresses } from './replace-addresses.ts';

export type Anonymised = { text: string; replaced: { kind: string; count: number }[] };

type Pattern = { kind: string; pattern: RegExp; token: string };

const digit = '[0-9０-９]';
const gap = '[\\s\\-－—·]?';
const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';

/** In the order in which they are looked for: a longer number first, so that a shorter pattern cannot eat its part. */
const patterns: Pattern[] = [
  {
    kind: '电子邮箱',
    pattern: /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g,
    token: '〔邮箱〕',
  },
  { kind: '身份证号', pattern: numbers(`${digit}{17}[0-9０-９XxＸｘ]|${digit}{15}`), token: '〔身份证号〕' },
  {
    kind: '银行卡号',
    pattern: numbers(`${digit}{4}(?:${gap}${digit}{4}){3}(?:${gap}${digit}{1,3})?|${digit}{16,19}`),
    token: '〔银行卡号〕',
  },
  {
    kind: '电话',
    pattern: numbers(`(?:[+＋]?[8８][6６]${gap})?[1１][3-9３-９]${digit}(?:${gap}${digit}{4}){2}`),
    token: '〔电话〕',
  },
  { kind: '电话', pattern: numbers(`[(（]?[0０]${digit}{2,3}[)）]?${gap}${digit}{7,8}`), token: '〔电话〕' },
  { kind: '电话', pattern: numbers(`[48４８][0０][0０]${gap}${digit}{3,4}${gap}${digit}{3,4}`), token: '〔电话〕' },
  {
    kind: '车牌号',
    pattern: new RegExp(
      `[${provinces}][A-HJ-NP-Za-hj-np-z][·•\\s]?[A-HJ-NP-Za-hj-np-z0-9]{4,5}[A-HJ-NP-Za-hj-np-z0-9挂学警港澳]`,
      'g',
    ),
    token: '〔车牌号〕',
  },
  {
    kind: '社交账号',
    pattern: /(?<=(?:微信|QQ|qq|支付宝|抖音)(?:账号|帐号|号码|号|[:：])(?:是|为)?[:：]?\s?)[A-Za-z0-9_-]{5,30}/g,
    token: '〔账号〕',
  },
];

function numbers(source: string): RegExp {
  return new RegExp(`(?<![0-9０-９])(?:${source})(?![0-9０-９])`, 'g');
}

/**
 * Replaces what points to a person: numbers, addresses, and names that the text itself introduces (「我叫…」) or that
 * are known (`names`, such as the client's). Over-careful rather than under: a person reads the result before it is
 * published. `findPersonalData` finds nothing in what it gives.
 */
export function anonymise(text: string, options: { names?: readonly string[] } = {}): Anonymised {
  const counts = new Map<string, number>();
  const count = (kind: string) => counts.set(kind, (counts.get(kind) ?? 0) + 1);
  let result = text;
  // What stands after one round may read as a name in the next; it settles at once or nearly so.
  for (let round = 0, before = ''; round < 8 && result !== before; round++) {
    before = result;
    result = replaceOnce(result, options.names ?? [], count);
  }
  return { text: result, replaced: [...counts].map(([kind, number]) => ({ kind, count: number })) };
}

function replaceOnce(text: string, names: readonly string[], count: (kind: string) => void): string {
  let result = text;
  for (const { kind, pattern, token } of patterns) {
    result = result.replace(pattern, () => {
      count(kind);
      return token;
    });
  }
  result = replaceAddresses(result, () => count('地址'));
  for (const { name, stands } of findNames(result, names)) {
    result = result.replaceAll(name, () => {
      count('姓名');
      return stands;
    });
  }
  return result;
}

/** The kinds of personal data that a text still holds, each once; empty when it may be published. */
export function findPersonalData(text: string, options: { names?: readonly string[] } = {}): string[] {
  return anonymise(text, options).replaced.map(({ kind }) => kind);
}
