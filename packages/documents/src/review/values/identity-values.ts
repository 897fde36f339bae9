import { findAll, type ReadingContext, reading } from './reading-context.ts';
import type { ValueReading } from './value-names.ts';

/** Year, month and day of birth, and the digit that is odd for men. */
const IDENTITY = /(?<!\d)\d{6}((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)\d{2}(\d)[\dXx](?!\d)/gu;
const BORN =
  /((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?(?:出生|生)|出生(?:日期|年月|于)?(?:为|：|是)?((?:19|20)\d{2})年(\d{1,2})月(?:(\d{1,2})日)?/u;
const GENDER = /(?:^|[，、：（])(?:性别)?(?:：|为)?(男|女)(?=[，、）]|$)/u;

/** A line that gives one person an identity number and another day of birth or gender. */
export function readIdentities({ sentences }: ReadingContext): ValueReading[] {
  return sentences.flatMap((sentence) => {
    const [found, second] = findAll([sentence], IDENTITY);
    if (!found || second) return [];
    const [, year = '', month = '', day = '', digit = ''] = found.match;
    const born = BORN.exec(sentence.text);
    const said = [born?.[1] ?? born?.[4], born?.[2] ?? born?.[5], born?.[3] ?? born?.[6]];
    const differs = [year, month, day].some(
      (part, index) => said[index] !== undefined && Number(said[index]) !== Number(part),
    );
    if (differs)
      return [
        reading(1, found, `身份证号里的出生日期是${year}年${Number(month)}月${Number(day)}日，合同却写作${born?.[0]}`),
      ];
    const gender = GENDER.exec(sentence.text)?.[1];
    const isMan = Number(digit) % 2 === 1;
    return gender !== undefined && (gender === '男') !== isMan
      ? [reading(1, found, `身份证号是${isMan ? '男' : '女'}性的号码，合同却写作${gender}`)]
      : [];
  });
}
