import type { Span } from './find-numbers.ts';

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领';
const plateCharacter = 'A-HJ-NP-Za-hj-np-z0-9Ａ-ＨＪ-ＮＰ-Ｚ０-９';
const creditCharacter = '[0-9A-HJ-NP-RTUWXYa-hj-np-rtuwxy]';
const apps =
  '微信|QQ|qq|Qq|扣扣|支付宝|抖音|快手|小红书|淘宝|旺旺|陌陌|微博|钉钉|闲鱼|B站|[Vv][Xx]|[Ww][Xx]|[Ww]e[Cc]hat';
const named = '账号|帐号|号码|昵称|名|号|[Ii][Dd]';
const sum = '(?![0-9A-Za-z_]|\\s?[元块万千百%％天年月日个人次])';

/** In the order in which they are looked for. No pattern can go back over more than a few dozen characters. */
const patterns: { kind: string; pattern: RegExp }[] = [
  {
    kind: '邮箱',
    pattern: /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,200}[@＠][A-Za-z0-9-]{1,63}(?:[.．。][A-Za-z0-9-]{1,63}){1,4}/g,
  },
  {
    kind: '统一社会信用代码',
    pattern: new RegExp(
      `(?<![A-Za-z0-9])(?=(?:[ -]?[0-9]){8,16}[ -]?[A-Za-z])[159Yy][1239](?:[ -]?[0-9]){6}(?:[ -]?${creditCharacter}){10}(?![A-Za-z0-9])`,
      'g',
    ),
  },
  {
    kind: '护照号',
    pattern: /(?<![A-Za-z0-9])(?:[EGDSPHCMegdsphcm][\s-]?[0-9０-９]{8}|[Ee][A-Za-z][0-9０-９]{7})(?![A-Za-z0-9])/g,
  },
  {
    kind: '护照号',
    pattern:
      /(?<=(?:护照|通行证|回乡证|台胞证|居留证)(?:号码?)?(?:是|为)?[:：\s]{0,2})[A-Za-z]{0,3}[\s-]?[0-9]{6,10}(?![A-Za-z0-9])/g,
  },
  {
    kind: '车牌号',
    pattern: new RegExp(
      `[${provinces}][\\s·•・.-]?[A-HJ-NP-Za-hj-np-zＡ-ＨＪ-ＮＰ-Ｚ][\\s·•・.-]?[${plateCharacter}]{4,5}[${plateCharacter}挂学警港澳]`,
      'g',
    ),
  },
  {
    kind: '账号',
    pattern: new RegExp(
      `(?<=(?:${apps})(?:${named})?\\s?(?:(?:是|为|叫|[:：])\\s?){1,2}|(?:${apps})(?:${named})\\s?)[A-Za-z0-9_.-]{5,40}${sum}`,
      'g',
    ),
  },
  {
    kind: '账号',
    pattern: new RegExp(
      `(?<=(?:微信|QQ|qq|扣扣|[Vv][Xx])\\s?)(?:[A-Za-z][A-Za-z0-9_-]{4,29}|[1-9][0-9]{6,10})${sum}`,
      'g',
    ),
  },
  {
    kind: '账号',
    pattern: /(?<=(?:账号|帐号|用户名|昵称)(?:是|为|叫)?[:：\s]{0,2})(?=[0-9_-]{0,29}[A-Za-z])[A-Za-z0-9_-]{5,30}/g,
  },
  { kind: '账号', pattern: /(?<![A-Za-z0-9_])wxid_[A-Za-z0-9_]{4,30}/g },
];

/** What points to a person or a company by letters and digits, in the order of the patterns; spans may overlap. */
export function findMarks(text: string): Span[] {
  return patterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length })),
  );
}
