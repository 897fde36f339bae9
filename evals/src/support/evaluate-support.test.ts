import type { Support } from '@lutai/law';
import { describe, expect, it } from 'vitest';
import { evaluateSupport } from './evaluate-support.ts';

const one = (id: string, support: Support, claim: string) => ({
  id,
  claim,
  citation: '《示例法》第一条',
  support,
  note: '',
  provision: '时效为三年。',
});

describe('evaluateSupport', () => {
  it('counts what was labelled one way and judged another, and names each', () => {
    const judged: Record<string, Support> = { a: 'supported', b: 'supported', c: 'contradicted', d: 'doubtful' };
    const cases = [
      one('a', 'supported', 'a'),
      one('b', 'contradicted', 'b'),
      one('c', 'supported', 'c'),
      one('d', 'doubtful', 'd'),
    ];
    const report = evaluateSupport(cases, ({ claim }) => ({ support: judged[claim] ?? 'doubtful', reasons: ['因为'] }));
    expect(report).toMatchObject({
      pairs: 4,
      accuracy: 0.5,
      provisions: 1,
      laws: 1,
      table: {
        supported: { supported: 1, contradicted: 1 },
        contradicted: { supported: 1 },
        doubtful: { doubtful: 1 },
      },
      contradictedCalledSupported: { count: 1, of: 1, share: 1 },
      supportedCalledContradicted: { count: 1, of: 2, share: 0.5 },
    });
    expect(report.mistakes.map(({ id, judged: as }) => [id, as])).toEqual([
      ['b', 'supported'],
      ['c', 'contradicted'],
    ]);
  });

  it('judges by the rules of the desk', () => {
    const cases = [one('a', 'supported', '时效为3年。'), one('b', 'contradicted', '时效为2年。')];
    expect(evaluateSupport(cases).accuracy).toBe(1);
  });

  it('divides nothing by nothing', () => {
    expect(evaluateSupport([])).toMatchObject({ accuracy: 0, contradictedCalledSupported: { share: 0 } });
  });
});
