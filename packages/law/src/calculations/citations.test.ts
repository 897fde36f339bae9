import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseLaw } from '../parse-law.ts';
import { sharedCorpus } from '../testing/index.ts';
import { normaliseTitle } from '../titles.ts';
import { calculatorById, calculators } from './calculators.ts';
import { shippedRates } from './shipped-rates.ts';

const corpus = new URL('../../../../corpus/laws/', import.meta.url);
const examples = readFileSync(new URL('../../../../evals/own/calculations.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => z.object({ calculator: z.string(), input: z.record(z.string(), z.string()) }).parse(JSON.parse(line)));

const labelsOf = (path: string | URL, file: string) => {
  const law = parseLaw(readFileSync(path, 'utf8'), { file });
  return law.provisions.map(({ article }) => `${normaliseTitle(law.title)}${article}`);
};
const held = new Set(readdirSync(corpus).flatMap((file) => labelsOf(new URL(file, corpus), file)));
/** Named in steps, and not among the laws that are shipped. */
const notHeld = /（法释〔2015〕18号）|（法释〔2025〕12号）|人社部发〔2025〕2号|支付结算办法/u;
/** Left out of the excerpts; they stand in the full texts. */
const leftOut = [
  '《中华人民共和国劳动合同法》第九十七条',
  '《企业职工带薪年休假实施办法》第十一条',
  '《诉讼费用交纳办法》第十五条',
  '《诉讼费用交纳办法》第十六条',
  '《诉讼费用交纳办法》第十七条',
];
const fullTexts = /劳动合同法\(2012|带薪年休假实施办法|诉讼费用交纳办法/u;

function labelOf(citation: string): string {
  const [, title = '', article = ''] = /^《(.+)》(第.+条)$/u.exec(citation) ?? [];
  return `${normaliseTitle(title)}${article}`;
}

describe('the provisions that calculations rest on', () => {
  const cited = new Set(calculators.flatMap(({ citations }) => citations));
  for (const { calculator, input } of examples) {
    const outcome = calculatorById(calculator)?.run(input, shippedRates());
    if (outcome?.kind !== 'calculated') continue;
    for (const { citations } of outcome.calculation.steps) for (const citation of citations) cited.add(citation);
  }

  it.each([...cited].filter((citation) => !notHeld.test(citation) && !leftOut.includes(citation)).sort())(
    '%s is among the shipped laws',
    (citation) => {
      expect(held.has(labelOf(citation)), citation).toBe(true);
    },
  );

  it('that the excerpts leave out stand in the full texts', () => {
    expect(leftOut.filter((citation) => held.has(labelOf(citation)))).toEqual([]);
    const shared = sharedCorpus('laws');
    if (shared === null) return;
    const files = shared.files.filter((file) => fullTexts.test(file));
    const labels = new Set(files.flatMap((file) => labelsOf(join(shared.root, file), file)));
    expect(leftOut.filter((citation) => !labels.has(labelOf(citation)))).toEqual([]);
  });

  it('are not many that are not held', () => {
    expect([...cited].filter((citation) => notHeld.test(citation))).toHaveLength(4);
  });
});
