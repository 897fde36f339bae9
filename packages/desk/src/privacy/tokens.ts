/** The kinds of mask; a token is its kind and a number from 1 between 〔 and 〕. */
const maskKinds = [
  ...['姓名', '电话', '身份证号', '银行卡号', '护照号', '车牌号', '地址', '邮箱', '账号', '统一社会信用代码'],
  // What the client wrote that looks like a token is masked too, so that it cannot be taken for one.
  '原文',
] as const;

const kinds = [...maskKinds].sort((a, b) => b.length - a.length).join('|');
const opening = '[〔［\\[【〖{｛(（⟨〈<＜「『〘〚⟦﹝]';
const closing = '[〕］\\]】〗}｝)）⟩〉>＞」』〙〛⟧﹞]';
const digits = '[0-9０-９]';
const blank = '[ \\t　]{0,3}';
const bareEnd = `(?!${digits}|[ \\t]?[-－0-9个次部张条份人天年月日元万岁号层楼栋室单])`;

/** A token exactly as it is issued. */
export const exactToken = new RegExp(`〔(${kinds})([1-9][0-9]{0,5})〕`, 'g');
/** A token as a model may garble it: other brackets, a bracket or both lost, spaces. Groups: opening, kind, number, closing. */
const likeToken = new RegExp(
  `(${opening}${blank})?(${kinds})${blank}(?:(${digits}{1,6})(${blank}${closing})|(${digits}{1,2})${bareEnd})`,
  'g',
);
/** The beginning of a token at the end of a text that still streams. */
export const tokenBegun = new RegExp(
  `(?:〔[^〕]{0,14}|[［\\[【][一-龥]{0,8}${blank}${digits}{0,6}${blank}|(?:${kinds})${blank}${digits}{0,2})$`,
);

export type ReadToken = { start: number; end: number; kind: string; number: number; bracketed: boolean };

/** Everything in a text that is a token or looks like one, in order. A number of 0 is that of no token. */
export function likeTokens(text: string): ReadToken[] {
  return [...text.matchAll(likeToken)].map((match) => {
    const [whole, open, kind = '', closed, close, bare] = match;
    return {
      start: match.index,
      end: match.index + whole.length,
      kind,
      number: Number((closed ?? bare ?? '0').replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))),
      bracketed: open !== undefined && close !== undefined,
    };
  });
}

export const tokenOf = (kind: string, number: number): string => `〔${kind}${number}〕`;
