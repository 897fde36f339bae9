import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseLaw } from '../parse-law.ts';
import { sharedCorpus } from '../testing/index.ts';
import { judgeSupport } from './judge-support.ts';
import { readQuantities } from './quantities.ts';

const OTHER: Record<string, string> = {
  一: '二',
  二: '四',
  两: '四',
  三: '五',
  四: '六',
  五: '七',
  六: '八',
  七: '九',
};
const other = (numeral: string) => OTHER[numeral] ?? '三';
const DUTIES = ['应当', '可以', '不得'];

const provisions = [
  '租赁期限不得超过二十年。超过二十年的，超过部分无效。\n租赁期限届满，当事人可以续订租赁合同；但是，约定的租赁期限自续订之日起不得超过二十年。',
  '债权申报期限自人民法院发布受理破产申请公告之日起计算，最短不得少于三十日，最长不得超过三个月。',
  '饮酒后驾驶机动车的，处暂扣六个月机动车驾驶证，并处一千元以上二千元以下罚款。',
  '机动车一方没有过错的，承担不超过百分之十的赔偿责任。',
  '口头遗嘱应当有两个以上见证人在场见证。',
  '物业服务人不得采取停止供电、供水、供热、供燃气等方式催交物业费。',
];

/** The sentence with each of its numbers, one at a time, made another. */
function otherNumbers(sentence: string): string[] {
  return readQuantities(sentence).flatMap(({ raw, start, end }) => {
    const changed = raw
      .replace(/[一二两三四五六七八九]/u, other)
      .replace(/\d/u, (digit) => String((Number(digit) % 9) + 1))
      .replace(/^(百分之)?十/u, '$1三十');
    return changed === raw ? [] : [sentence.slice(0, start) + changed + sentence.slice(end)];
  });
}

/** The sentence with its first 应当, 可以 or 不得 made each of the two others. */
function otherDuties(sentence: string): string[] {
  return DUTIES.filter((word) => sentence.includes(word)).flatMap((word) =>
    DUTIES.filter((swapped) => swapped !== word).map((swapped) => sentence.replace(word, swapped)),
  );
}

const sentencesOf = (provision: string) =>
  provision.split(/(?<=。)|\n/u).filter((sentence) => sentence.endsWith('。') && !/^[（(]/u.test(sentence));
const support = (claim: string, provision: string) => judgeSupport({ claim, provision }).support;

describe.each(provisions)('%s', (provision) => {
  it('bears out each of its own sentences', () => {
    for (const sentence of sentencesOf(provision)) expect(support(sentence, provision)).toBe('supported');
  });

  it('contradicts each of them with another number, or another duty', () => {
    const changed = sentencesOf(provision).flatMap((sentence) => [...otherNumbers(sentence), ...otherDuties(sentence)]);
    expect(changed.length).toBeGreaterThan(0);
    for (const claim of changed) expect([claim, support(claim, provision)]).toEqual([claim, 'contradicted']);
  });
});

const laws = sharedCorpus('laws');

describe.skipIf(laws === null)('one sentence of every tenth article of every fifth law', () => {
  const cases: { provision: string; sentence: string }[] = [];

  beforeAll(() => {
    const { root, files } = laws ?? { root: '', files: [] };
    for (const file of files.filter((_, index) => index % 5 === 0)) {
      const law = parseLaw(fs.readFileSync(path.join(root, file), 'utf8'), { file });
      for (const { text } of law.provisions.filter((_, index) => index % 10 === 0)) {
        const [sentence] = sentencesOf(text).filter(({ length }) => length > 8 && length < 120);
        if (sentence) cases.push({ provision: text, sentence });
      }
    }
  });

  const share = (claims: { claim: string; provision: string }[], wanted: string) =>
    claims.filter(({ claim, provision }) => support(claim, provision) === wanted).length / claims.length;
  const changed = (change: (sentence: string) => string[]) =>
    cases.flatMap(({ provision, sentence }) =>
      change(sentence)
        .filter((claim) => !provision.includes(claim))
        .map((claim) => ({ claim, provision })),
    );

  it('is borne out, every one', () => {
    expect(cases.length).toBeGreaterThan(800);
    expect(
      share(
        cases.map(({ sentence, provision }) => ({ claim: sentence, provision })),
        'supported',
      ),
    ).toBe(1);
  });

  it('is contradicted with another number, in 98 of 100 at least', () => {
    expect(share(changed(otherNumbers), 'contradicted')).toBeGreaterThanOrEqual(0.98);
  });

  it('is contradicted with 以上 and 以下 swapped, in 95 of 100 at least', () => {
    const sides = (sentence: string) =>
      readQuantities(sentence).flatMap(({ end }) => {
        const side = sentence.slice(end, end + 2);
        const swapped = { 以上: '以下', 以下: '以上' }[side];
        return swapped === undefined ? [] : [sentence.slice(0, end) + swapped + sentence.slice(end + 2)];
      });
    expect(share(changed(sides), 'contradicted')).toBeGreaterThanOrEqual(0.95);
  });

  it('is contradicted with another duty, in 98 of 100 at least', () => {
    expect(share(changed(otherDuties), 'contradicted')).toBeGreaterThanOrEqual(0.98);
  });
});
