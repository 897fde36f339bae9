import type { ReadFacts } from '@lutai/contracts';
import { chineseToNumber } from '@lutai/law';

const han = '零〇一二两三四五六七八九十百千';
const number = `(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?|[${han}]+)`;
const spoken = new RegExp(
  [
    `(?<wan>${number})\\s?(?:多|来|几)?万(?<rest>[一二两三四五六七八九](?![${han}年个天月日次岁倍])|[1-9]\\d{3}(?!\\d)|[1-9](?![\\d.,:${han}年个天月日号次岁倍%])|[${han}\\d]+千[${han}\\d]*)?(?:多|余)?(?:元|块钱?)?`,
    `(?<yuan>${number})\\s?(?:多|余|来)?(?:元|块钱?|人民币|RMB)(?<jiao>[一二三四五六七八九])?`,
    `(?<![年月\\d])(?<thousand>[一二两三四五六七八九]千(?:[一二两三四五六七八九](?:百[${han}]*)?)?)(?![${han}米克瓦])`,
    `(?<kilo>\\d+(?:\\.\\d+)?)[kK千](?![a-zA-Z瓦米克])`,
  ].join('|'),
  'gu',
);
/** What money is spoken of with, where the number itself has no unit: 「工资5000」, 「借了三千」. */
const bare =
  /(?:工资|月薪|每个?月(?:发|给|拿|挣|开)?|发|给|底薪|薪水|欠|借了?|押金|定金|订金|租金|房租|彩礼|抚养费|赔了?|花了?|转了?|付了?|扣了?|罚了?|交了?)[^，。；\d]{0,4}(?<bare>\d{3,8}(?:\.\d+)?)(?![\d年月日号点个天次%岁人平])/gu;

const most = 20;

/** The sums of money that a client speaks of, in yuan, in the order of the text, each once; at most 20. */
export function readSums(text: string): ReadFacts['sums'] {
  const found: { at: number; raw: string; yuan: number }[] = [];
  for (const match of text.matchAll(spoken)) {
    const yuan = yuanOf(match.groups ?? {});
    if (yuan !== null && yuan > 0) found.push({ at: match.index, raw: match[0].trim(), yuan });
  }
  for (const match of text.matchAll(bare)) {
    const raw = match.groups?.bare ?? '';
    const at = match.index + match[0].length - raw.length;
    if (!found.some((one) => one.at <= at && at < one.at + one.raw.length)) found.push({ at, raw, yuan: Number(raw) });
  }
  const sums = found.sort((a, b) => a.at - b.at).map(({ raw, yuan }) => ({ raw, yuan }));
  return [...new Map(sums.map((sum) => [sum.raw, sum])).values()].slice(0, most);
}

function yuanOf({ wan, rest, yuan, thousand, kilo }: Record<string, string | undefined>): number | null {
  if (wan !== undefined) return round((numberIn(wan) ?? Number.NaN) * 10_000 + restOf(rest));
  if (yuan !== undefined) return round(numberIn(yuan) ?? Number.NaN);
  if (kilo !== undefined) return round(Number(kilo) * 1000);
  if (thousand === undefined) return null;
  const [, head = '', tail = ''] = /^(.)千(.*)$/u.exec(thousand) ?? [];
  const hundreds = tail.length === 1 ? (numberIn(tail) ?? 0) * 100 : tail === '' ? 0 : (numberIn(tail) ?? 0);
  return round((numberIn(head) ?? Number.NaN) * 1000 + hundreds);
}

/** 「一万二」 and 「1万2」 are 12,000; 「一万三千五」 and 「1万3500」 are 13,500. */
function restOf(rest: string | undefined): number {
  if (rest === undefined) return 0;
  if (/^\d{4}$/u.test(rest)) return Number(rest);
  if (!rest.includes('千')) return (numberIn(rest) ?? 0) * 1000;
  const [head = '', tail = ''] = rest.split('千');
  const after = tail === '' ? 0 : /^.$/u.test(tail) ? (numberIn(tail) ?? 0) * 100 : (numberIn(tail) ?? 0);
  return (numberIn(head) ?? 0) * 1000 + after;
}

function numberIn(words: string): number | null {
  const plain = words.replaceAll(',', '');
  if (/^\d/u.test(plain)) return Number(plain);
  try {
    return chineseToNumber(plain);
  } catch {
    return null;
  }
}

const round = (value: number) => (Number.isFinite(value) ? Math.round(value * 100) / 100 : null);
