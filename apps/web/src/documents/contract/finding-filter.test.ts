import type { ReviewFinding } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { filterFindings, nextUndecided, orderFindings, worstRisk } from './finding-filter.ts';

const finding = (key: string, more: Partial<ReviewFinding> = {}): ReviewFinding => ({
  ...{ key, kind: 'void', risk: 'low', title: key, clause: null, quote: null, start: null, end: null, why: '' },
  ...{ provisions: [], suggestion: { action: 'insert', text: '' }, decision: null },
  ...more,
});
const decided = { decision: 'accepted', suggestion: null, byName: '承办人', at: '2026-11-23T00:00:00Z' } as const;
const keys = (findings: ReviewFinding[]) => findings.map(({ key }) => key);

describe('findings of a review', () => {
  const all = [
    finding('late', { start: 40, end: 50 }),
    finding('missing', { risk: 'high' }),
    finding('early', { start: 3, end: 9, decision: decided }),
    finding('missing-too', { risk: 'medium' }),
  ];

  it('stand in the order of the contract, what is missing last and the riskiest of it first', () => {
    expect(keys(orderFindings(all))).toEqual(['early', 'late', 'missing', 'missing-too']);
  });

  it('are filtered by what is left to do and by risk', () => {
    expect(keys(filterFindings(all, 'undecided'))).toEqual(['late', 'missing', 'missing-too']);
    expect(keys(filterFindings(all, 'high'))).toEqual(['missing']);
    expect(filterFindings(all, 'all')).toHaveLength(4);
  });

  it('are gone through to the last, from wherever one begins', () => {
    expect(nextUndecided(all, 'late')).toBe('missing');
    expect(nextUndecided(all, 'missing-too')).toBe('late');
    expect(nextUndecided([finding('only')], 'only')).toBeNull();
  });

  it('show the worst where several share a place', () => {
    expect(worstRisk([finding('a'), finding('b', { risk: 'high' })])).toBe('high');
  });
});
