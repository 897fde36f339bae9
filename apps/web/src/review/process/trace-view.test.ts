import type { TraceCall, TraceCheck } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import {
  callTotals,
  checkRounds,
  duration,
  elementsByTopic,
  mendings,
  splitClaims,
  splitHits,
  stepTimes,
  yuan,
} from './trace-view.ts';

const check = (change: Partial<TraceCheck>): TraceCheck => ({
  ...{ round: 1, kind: 'citation', subject: '《示例法》第一条', ok: true, why: '' },
  ...change,
});

describe('checkRounds', () => {
  it('parts what failed from what passed, round by round', () => {
    const rounds = checkRounds([
      check({ round: 2, subject: '二' }),
      check({}),
      check({ kind: 'number', subject: '30%', ok: false, why: '没有出处' }),
    ]);
    expect(rounds.map(({ round, failedCount, passedCount }) => [round, failedCount, passedCount])).toEqual([
      [1, 1, 1],
      [2, 0, 1],
    ]);
    expect(rounds[0]?.failed[0]).toEqual({ kind: 'number', subject: '30%', ok: false, why: '没有出处', count: 1 });
  });

  it('makes one line of the same result and keeps apart what differs', () => {
    const [round] = checkRounds([check({}), check({}), check({ kind: 'support' }), check({ subject: '别条' })]);
    expect(round?.passed.map(({ kind, subject, count }) => [kind, subject, count])).toEqual([
      ['citation', '《示例法》第一条', 2],
      ['support', '《示例法》第一条', 1],
      ['citation', '别条', 1],
    ]);
    expect(round?.passedCount).toBe(4);
  });

  it('has no round that did not take place', () => {
    expect(checkRounds([])).toEqual([]);
    expect(checkRounds([check({ round: 2 })]).map(({ round }) => round)).toEqual([2]);
  });
});

it('claims that were dropped are parted from those that stand', () => {
  const claim = { part: 'reason', text: '', provisions: [], support: 'supported', reasons: [] } as const;
  const claims = ['a', 'b', 'c'].map((id) => ({ ...claim, provisions: [], reasons: [], id, kept: id !== 'b' }));
  const { kept, dropped } = splitClaims(claims);
  expect(kept.map(({ id }) => id)).toEqual(['a', 'c']);
  expect(dropped.map(({ id }) => id)).toEqual(['b']);
});

it('hits are parted by whether the text rests on them, in their order', () => {
  const hit = (provisionId: string, used: boolean) => ({
    provisionId,
    citation: '',
    score: 1,
    from: 'search' as const,
    used,
  });
  const { used, unused } = splitHits([hit('1', false), hit('2', true), hit('3', false)]);
  expect(used.map(({ provisionId }) => provisionId)).toEqual(['2']);
  expect(unused.map(({ provisionId }) => provisionId)).toEqual(['1', '3']);
});

it('mendings say what came of each, what is still wrong first', () => {
  const repair = { by: 'model' as const, failed: ['改', '删', '留'], mended: ['改'], dropped: ['删', '另删'] };
  expect(mendings(repair)).toEqual([
    { text: '留', came: 'left' },
    { text: '改', came: 'mended' },
    { text: '删', came: 'dropped' },
    { text: '另删', came: 'dropped' },
  ]);
});

describe('callTotals', () => {
  const call = (change: Partial<TraceCall>): TraceCall => ({
    ...{ step: 'write', model: 'm', promptVersion: 'answer@1', inputTokens: 100, outputTokens: 10, costYuan: null },
    ...{ ms: 500, attempts: 1, kept: false, failure: null, ...change },
  });

  it('adds tokens, time and what has a price', () => {
    expect(callTotals([call({ costYuan: 0.02 }), call({ failure: 'timeout', outputTokens: 0 })])).toEqual({
      ...{ calls: 2, failed: 1, inputTokens: 200, outputTokens: 10, costYuan: 0.02, ms: 1000 },
    });
  });

  it('knows no cost where there is no price', () => {
    expect(callTotals([call({})]).costYuan).toBeNull();
    expect(callTotals([]).costYuan).toBeNull();
  });
});

describe('stepTimes', () => {
  it('follow the order of the steps, unknown ones last', () => {
    const times = stepTimes({ check: 32, other: 1, facts: 3, write: 1, retrieve: 240 });
    expect(times.map(({ step }) => step)).toEqual(['facts', 'retrieve', 'write', 'check', 'other']);
    expect(times[1]).toEqual({ step: 'retrieve', ms: 240, share: 1 });
  });

  it('do without any time at all', () => {
    expect(stepTimes({})).toEqual([]);
    expect(stepTimes({ facts: 0 })).toEqual([{ step: 'facts', ms: 0, share: 0 }]);
  });
});

it('elements stand under their topic, the missing ones first', () => {
  const element = (topic: string, key: string, state: 'said' | 'missing') => ({
    ...{ topic, key, state, name: key, words: state === 'said' ? '说了' : null },
  });
  const elements = [element('b', 'b1', 'said'), element('a', 'a1', 'said'), element('a', 'a2', 'missing')];
  const facts = {
    parties: [],
    dates: [],
    sums: [],
    places: [],
    wants: [],
    elements,
    searched: '',
    rewritten: 'no' as const,
  };
  const topics = [
    { id: 'a', name: '甲', why: '' },
    { id: 'c', name: '丙', why: '' },
  ];
  expect(elementsByTopic({ facts, topics }).map(({ name, elements: of }) => [name, of.map(({ key }) => key)])).toEqual([
    ['甲', ['a2', 'a1']],
    ['b', ['b1']],
  ]);
});

it('times and sums are short', () => {
  expect([duration(849.6), duration(1340)]).toEqual(['850 ms', '1.3 s']);
  expect([yuan(0), yuan(0.0034), yuan(1.239)]).toEqual(['0.00', '0.0034', '1.24']);
});
