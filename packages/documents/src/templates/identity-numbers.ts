import type { Party } from './party.ts';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idChecks = '10X98765432';
const codeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check character of the first 17 digits of a 公民身份号码 (GB 11643). */
export const idCheckOf = (digits: string): string =>
  idChecks[idWeights.reduce((sum, weight, at) => sum + weight * Number(digits[at]), 0) % 11] ?? '';

/** The check character of the first 17 of a 统一社会信用代码 (GB 32100). */
export const codeCheckOf = (characters: string): string => {
  let weight = 1;
  let sum = 0;
  for (const character of characters.slice(0, 17)) {
    sum += codeCharacters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return codeCharacters[(31 - (sum % 31)) % 31] ?? '';
};

/** What is wrong with the numbers of a party, in Chinese; empty where they are right or not given. */
export function identityProblems(party: Party): string[] {
  if (party.kind === 'organisation') {
    const code = party.creditCode;
    if (!code) return [];
    const isCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && codeCheckOf(code) === code[17];
    return isCode ? [] : ['统一社会信用代码不对（应为 18 位，最后一位是校验码），请对照营业执照'];
  }
  const id = party.idNumber?.toUpperCase();
  if (!id) return [];
  if (!/^\d{17}[\dX]$/.test(id) || idCheckOf(id) !== id[17]) {
    return ['公民身份号码不对（应为 18 位，最后一位是校验码），请对照身份证'];
  }
  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`;
  const sex = Number(id[16]) % 2 === 1 ? '男' : '女';
  return [
    ...(party.birth && party.birth !== birth ? ['出生日期和公民身份号码里的不一致，请核对'] : []),
    ...(party.sex && party.sex !== sex ? ['性别和公民身份号码里的不一致，请核对'] : []),
  ];
}
