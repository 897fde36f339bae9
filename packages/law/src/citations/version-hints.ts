/** Which version of a law a text says that it means. */
export interface VersionHint {
  /** Year of 「（2018修正）」 or 「2018年」. */
  year: number | null;
  /** Said in so many words (「（2018修正）」); 「2018年《公司法》」 may as well be the year of the facts. */
  sure: boolean;
  /** 「原《公司法》」, 「修订前的《公司法》」. */
  former: boolean;
}

const YEAR = '((?:19|20)\\d{2})\\s*年?\\s*(?:\\d{1,2}\\s*月\\s*(?:\\d{1,2}\\s*日)?)?';
const CHANGE = '(?:第[一二三四五六七八九十]+次)?(?:修正|修订|修改|版|文本|施行|实施|公布|通过|颁布|制定|发布)';
const IN_BRACKETS = new RegExp(
  `[（(，,；;]\\s*(?:${YEAR}\\s*${CHANGE}?(?:版|本|文本|的)?|${CHANGE}于${YEAR})\\s*(?=[）)，,；;、])`,
  'u',
);
const DASHED = /[（(]\s*((?:19|20)\d{2})[-.]\d{1,2}(?:[-.]\d{1,2})?\s*[）)]/u;
const AT_END = /\s*[（(][^（）()]{0,40}[）)]$/u;
const BEFORE = new RegExp(`(?<!\\d)${YEAR}(${CHANGE}(?:版)?(?:后)?)?\\s*的?\\s*$`, 'u');
const FORMER =
  /(?:(?<![草始屋平起病])原|旧(?:版|法)?|修[订正改]前的?|已废止的?|已失效的?|当时(?:有效|适用|施行)?的?|废止前的?)\s*$/u;

export const NO_HINT: VersionHint = { year: null, sure: false, former: false };

/** From the brackets after a name; a document number in them (法释〔2020〕17号) is no version. */
export function hintInBrackets(brackets: string): VersionHint | null {
  const match = IN_BRACKETS.exec(brackets) ?? DASHED.exec(brackets);
  const year = match?.slice(1).find((group) => group !== undefined && /^(?:19|20)\d{2}$/.test(group));
  return year === undefined ? null : { year: Number(year), sure: true, former: false };
}

/** From the words right before a name. */
export function hintBefore(words: string): VersionHint {
  const year = BEFORE.exec(words);
  if (year) return { year: Number(year[1]), sure: year[2] !== undefined, former: false };
  return { year: null, sure: false, former: FORMER.test(words) };
}

/** 「公司法（2018修正）」 → 公司法 and 2018. */
export function splitVersion(name: string): { name: string; hint: VersionHint | null } {
  const match = AT_END.exec(name);
  const hint = match ? hintInBrackets(match[0]) : null;
  // 「宪法修正案（2018年）」 is a text of its own.
  return match && hint && match.index >= 2 && !name.slice(0, match.index).endsWith('修正案')
    ? { name: name.slice(0, match.index), hint }
    : { name, hint: null };
}
