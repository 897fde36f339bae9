import type { DraftTrace } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { answerCaseOf, citationOf, draftOf } from '../testing/drafts.ts';
import { scoreAnswer } from './score-answer.ts';

const claim = (part: DraftTrace['claims'][number]['part'], citation: string, kept = true) => ({
  ...{ id: 'k', part, text: '', support: 'supported' as const, reasons: [], kept },
  provisions: [{ citation, words: null }],
});

describe('scoreAnswer', () => {
  it('counts what the answer rests on: used hits and the provisions of legal statements that were kept', () => {
    const claims = [
      claim('conclusion', '《示例法》第一条'),
      claim('branch', '《示例法》第二条'),
      claim('reason', '《示例法》第八条', false),
      claim('step', '《示例法》第九条'),
    ];
    const { basis } = scoreAnswer(answerCaseOf(), draftOf({ used: ['《示例法》第三条'], claims }), 5);
    expect(basis).toEqual({ labels: 1, found: 1, cited: 3, right: 2 });
  });

  it('takes a label for the same provision, however the names in its title are bracketed', () => {
    const labelled = answerCaseOf({ provisions: ['《关于适用《中华人民共和国示例法》的解释》第一条'] });
    const { basis } = scoreAnswer(labelled, draftOf({ used: ['《关于适用〈示例法〉的解释》第一条'] }), 5);
    expect(basis).toEqual({ labels: 1, found: 1, cited: 1, right: 1 });
  });

  it('counts all citations of the text apart, each provision once, and lists those that are not ok', () => {
    const one = citationOf('《示例法》第一条');
    const citations = [one, one, citationOf('《示例法》第三条'), citationOf('《旧法》第一条', 'not-in-force')];
    const score = scoreAnswer(answerCaseOf(), draftOf({ used: [], citations }), 5);
    expect(score.basis).toEqual({ labels: 1, found: 0, cited: 0, right: 0 });
    expect(score.text).toEqual({ labels: 1, found: 1, cited: 2, right: 1 });
    expect(score.citations).toEqual({ count: 4, notOk: [{ raw: '《旧法》第一条', state: 'not-in-force' }] });
  });

  it('has no labels to score where no answer is wanted, though the case names provisions', () => {
    const score = scoreAnswer(answerCaseOf({ route: 'danger' }), draftOf({ route: 'danger' }), 5);
    expect([score.basis, score.text]).toEqual([null, null]);
    expect(score.route).toEqual({ expected: 'danger', found: 'danger' });
  });

  it('looks for points and forbidden statements in the text, and for facts asked for in the questions alone', () => {
    const text = '房东\n不用退押金，要看合同。';
    const score = scoreAnswer(answerCaseOf(), draftOf({ text }), 5);
    expect([score.points, score.forbidden, score.asks]).toEqual([[false], [true], [false]]);
    const asked = scoreAnswer(answerCaseOf(), draftOf({ asked: ['签过合同吗？'] }), 5);
    expect([asked.points, asked.forbidden, asked.asks]).toEqual([[true], [false], [true]]);
  });

  it('takes any of a point’s patterns', () => {
    const points = [{ point: '退', any: [/没有这句/su, /应当退/su] }];
    expect(scoreAnswer(answerCaseOf({ points }), draftOf(), 5).points).toEqual([true]);
  });

  it('sums the calls of the language model; one without a price leaves the cost unknown', () => {
    const call = { step: 'write', model: 'm', promptVersion: 'p-1', ms: 3, attempts: 1, kept: false, failure: null };
    const priced = { ...call, inputTokens: 10, outputTokens: 5, costYuan: 0.2 };
    const failed = { ...priced, failure: 'timeout' };
    const both = scoreAnswer(answerCaseOf(), draftOf({ calls: [priced, failed] }), 5).calls;
    expect(both).toEqual({ made: 2, failed: 1, inputTokens: 20, outputTokens: 10, costYuan: 0.4 });
    const calls = [priced, { ...priced, costYuan: null }];
    expect(scoreAnswer(answerCaseOf(), draftOf({ calls }), 5).calls.costYuan).toBeNull();
  });
});
