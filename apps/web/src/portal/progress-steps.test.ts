import { describe, expect, it } from 'vitest';
import { stepStates } from './progress-steps.ts';

describe('stepStates', () => {
  it('starts with the first step', () => {
    expect(stepStates('received', null)).toEqual({
      triage: 'now',
      retrieve: 'ahead',
      write: 'ahead',
      check: 'ahead',
      review: 'ahead',
    });
  });

  it('follows the drafting', () => {
    const states = stepStates('drafting', 'write');
    expect([states.triage, states.retrieve, states.write, states.check]).toEqual(['done', 'done', 'now', 'ahead']);
  });

  it('waits for the reviewer once the draft is done or has failed, and whatever the stream said before', () => {
    expect(stepStates('drafting', 'done').review).toBe('now');
    expect(stepStates('drafting', 'failed').review).toBe('now');
    expect(stepStates('in-review', 'triage').review).toBe('now');
  });

  it('is through once the answer is approved', () => {
    expect(new Set(Object.values(stepStates('approved', null)))).toEqual(new Set(['done']));
  });
});
