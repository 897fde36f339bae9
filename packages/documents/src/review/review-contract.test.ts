import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadChecklists } from './load-checklists.ts';
import { maxReviewLength, type ReviewOptions, reviewContract } from './review-contract.ts';
import { cleanContracts } from './testing/clean-contracts.ts';
import { harmlessTerms, plantedTerms } from './testing/planted-terms.ts';

const checklists = await loadChecklists(join(import.meta.dirname, '../../../../corpus/checklists'));
const review = (text: string, options: Partial<ReviewOptions> = {}) =>
  reviewContract(text, { checklists, today: '2026-11-23', oneYearLpr: 0.03, ...options });
const ids = (text: string) => review(text).findings.map(({ checkId }) => checkId);

const hosts: Record<string, string> = {
  lease: cleanContracts['lease-flat'] ?? '',
  loan: cleanContracts['loan-friends'] ?? '',
  employment: cleanContracts['employment-factory'] ?? '',
  sale: cleanContracts['sale-car'] ?? '',
  service: cleanContracts['service-cleaning'] ?? '',
};
/** Puts a term in front of the signatures, as a clause of its own. */
function withTerm(type: string, term: string): string {
  const host = hosts[type === 'common' ? 'lease' : type] ?? '';
  const at = /\n(?:甲方|卖方)（(?:签字|盖章)）/u.exec(host)?.index ?? host.length;
  return `${host.slice(0, at)}\n补充约定：${term}\n${host.slice(at)}`;
}
/** A suggestion with what the host contract of its type calls the parties. */
const inWords = (type: string, suggestion: string) =>
  suggestion
    .replace(/\{(?:landlord|lender|employer|seller|client)\}/gu, type === 'sale' ? '卖方' : '甲方')
    .replace(/\{\w+\}/gu, type === 'sale' ? '买方' : '乙方');
const wordChecks = checklists.flatMap(({ type, checks }) =>
  checks.filter(({ find }) => find.length > 0).map((check) => ({ type, check })),
);

describe('reviewing ordinary contracts', () => {
  it.each(Object.entries(cleanContracts))('%s: its type is known and nothing is found', (name, text) => {
    const { type, findings } = review(text);
    expect({ type, found: findings.map(({ checkId }) => checkId) }).toEqual({ type: name.split('-')[0], found: [] });
  });

  it.each(Object.entries(harmlessTerms).flatMap(([type, terms]) => terms.map((term) => [type, term] as const)))(
    '%s: does not take 「%s」 for a defect',
    (type, term) => {
      expect(ids(withTerm(type, term))).toEqual([]);
    },
  );
});

describe('each check that looks for words', () => {
  it.each(wordChecks.map(({ type, check }) => [check.id, type, check] as const))(
    '%s fires on its term and not on its suggestion',
    (id, type, check) => {
      const term = plantedTerms[id] ?? '';
      const finding = review(withTerm(type, term)).findings.find(({ checkId }) => checkId === id);
      expect(finding?.quote?.text ?? `not found: ${ids(withTerm(type, term))}`).toContain(term.slice(0, 4));
      expect(term).not.toBe('');
      if (check.suggestion.text === '') return;
      expect(ids(withTerm(type, inWords(type, check.suggestion.text)))).not.toContain(id);
    },
  );
});

describe('each theme', () => {
  const themes = checklists.flatMap(({ type, checks }) =>
    checks.filter(({ learnt }) => learnt).map((check) => [check.id, type, check.suggestion.text] as const),
  );
  it.each(themes)('%s suggests a wording that no check of words finds fault with', (_, type, suggestion) => {
    expect(ids(withTerm(type, inWords(type, suggestion)))).toEqual([]);
  });
});

describe('findings', () => {
  it('quote the sentence with its offsets and name the clause', () => {
    const text = (cleanContracts['lease-flat'] ?? '').replace(
      '租赁期满或者合同解除后，乙方结清费用、交还房屋的，甲方应当在三日内无息退还押金；',
      '押金一律不予退还；',
    );
    const [finding, ...rest] = review(text).findings;
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({
      checkId: 'lease-deposit-forfeit',
      clause: { number: '第四条', title: '押金', path: ['第四条'] },
    });
    expect(text.slice(finding?.quote?.start, finding?.quote?.end)).toBe(finding?.quote?.text);
    expect(finding?.quote?.text).toBe('押金一律不予退还；');
    expect(finding?.suggestion.text).toContain('甲方应当在三日内无息退还押金');
    expect(finding?.citations).toContain('《中华人民共和国民法典》第四百九十七条');
  });

  it('call the parties what the contract calls them', () => {
    const text = (cleanContracts['sale-car'] ?? '').replace('三、交付：', '三、交付：车辆一经售出概不退换。');
    expect(review(text).findings.find(({ checkId }) => checkId === 'sale-no-return')?.suggestion.text).toContain(
      '费用由卖方承担',
    );
  });

  it('leave out what hurts the other side alone, save what is void', () => {
    const text = (cleanContracts['lease-flat'] ?? '').replace(
      '第七条 转租',
      '第七条 转租\n甲方可以随时收回房屋。甲方可以停水停电。',
    );
    const found = review(text, { side: 'landlord' }).findings.map(({ checkId }) => checkId);
    expect(found).toContain('lease-cut-utilities');
    expect(found).not.toContain('lease-take-back-anytime');
  });

  it('take the citations that do not stand from the check passed in, one finding each', () => {
    const text = (cleanContracts['lease-flat'] ?? '').replace('《中华人民共和国民法典》', '《中华人民共和国合同法》');
    const start = text.indexOf('《中华人民共和国合同法》');
    const checkCitations = () => [
      { start, end: start + 12, state: 'not-in-force' as const, note: '已失效。', raw: '《中华人民共和国合同法》' },
    ];
    expect(review(text).findings.map(({ checkId }) => checkId)).toEqual(['common-old-law']);
    expect(review(text, { checkCitations }).findings.map(({ checkId }) => checkId)).toEqual(['citation-not-in-force']);
  });

  it('ask for the LPR of the day, and hold interest against what it never exceeded until then', () => {
    const text = (cleanContracts['loan-friends'] ?? '').replace('年利率为8%', '年利率为15%');
    expect(ids(text)).toContain('loan-interest-over-cap');
    const { findings, asks } = reviewContract(text, { checklists, today: '2026-11-23' });
    expect({ found: findings.length, asks }).toEqual({ found: 0, asks: ['oneYearLpr'] });
    const more = reviewContract(text.replace('15%', '24%'), { checklists, today: '2026-11-23' });
    expect(more.findings.map(({ checkId }) => checkId)).toEqual(['loan-interest-over-cap']);
  });

  it('end at the limit of what is read and say so', () => {
    const text = `房屋租赁合同\n${'第一条 租金\n月租金3000元。\n'.repeat(40_000)}`;
    expect(review(text).readTo).toBe(maxReviewLength);
  });
});

describe('hostile text', () => {
  it.each([
    ['one endless sentence', '甲方有权随时'.repeat(40_000)],
    ['digits', '1'.repeat(200_000)],
    ['headings only', '第一条\n'.repeat(60_000)],
    ['money without end', '3000元大写叁仟元'.repeat(20_000)],
    ['brackets and marks', '（《“【'.repeat(50_000)],
    ['dates', '2026年1月1日至'.repeat(20_000)],
  ])('is read in bounded time: %s', (_, text) => {
    const from = process.cpuUsage();
    review(`房屋租赁合同\n${text}`);
    expect(process.cpuUsage(from).user).toBeLessThan(20_000_000);
  });
});

describe('the interest of a loan', () => {
  const signed = (day: string) =>
    (cleanContracts['loan-friends'] ?? '').replace('年利率为8%', '年利率为14%').replace(/2026年1月10日$/u, day);
  const reviewOf = (text: string) =>
    reviewContract(text, {
      ...{ checklists, today: '2026-11-23' },
      oneYearLprOn: (day) => (day < '2022-01-01' ? 0.0385 : 0.03),
    });

  it('is held against the rate of the day of signing, where the contract says it', () => {
    const [above, below] = [reviewOf(signed('2026年1月10日')), reviewOf(signed('2021年6月1日'))];
    expect(above.findings.map(({ checkId }) => checkId)).toContain('loan-interest-over-cap');
    expect(below.findings.map(({ checkId }) => checkId)).not.toContain('loan-interest-over-cap');
    expect([above.asks, below.asks]).toEqual([[], []]);
  });

  it('is asked about where the contract has no day, or one that no calendar has', () => {
    expect(reviewOf(signed('')).asks).toEqual(['oneYearLpr']);
    expect(reviewOf(signed('2026年2月30日')).asks).toEqual(['oneYearLpr']);
  });
});
