import type { AgentLevel, Complexity, RiskLevel, Urgency } from '@lutai/contracts';
import { describe, expect, it } from 'vitest';
import { needsHigherLevel } from './may-sign.ts';

const ask = (
  level: AgentLevel | null,
  complexity: Complexity | null,
  urgency: Urgency | null,
  risk: RiskLevel | null,
  role: 'agent' | 'supervisor' = 'agent',
) => needsHigherLevel({ role, level }, { complexity, urgency }, risk === null ? null : { level: risk });

describe('needsHigherLevel', () => {
  it.each([
    ['junior', 'simple', 'normal', 'low', null],
    ['junior', 'simple', 'urgent', null, null],
    ['junior', 'simple', 'critical', 'low', 'critical'],
    ['junior', 'moderate', 'critical', 'low', 'moderate'],
    ['junior', 'moderate', 'normal', 'medium', 'medium-risk'],
    ['junior', 'complex', 'normal', 'medium', 'complex'],
    ['junior', 'complex', 'normal', 'high', 'high-risk'],
    ['intermediate', 'moderate', 'critical', 'medium', null],
    ['intermediate', 'simple', 'normal', 'high', 'high-risk'],
    ['intermediate', 'complex', 'normal', 'low', 'complex'],
    ['senior', 'complex', 'critical', 'high', null],
    ['specialist', 'complex', 'critical', 'high', null],
  ] as const)('of a %s agent, a %s and %s matter at %s risk: %s', (level, complexity, urgency, risk, reason) => {
    expect(ask(level, complexity, urgency, risk)).toBe(reason);
  });

  it('takes what was never triaged for the hardest, and an agent without a level for a junior', () => {
    expect(ask('intermediate', null, 'normal', null)).toBe('complex');
    expect(ask('junior', 'simple', null, null)).toBe('critical');
    expect(ask(null, 'simple', 'normal', 'medium')).toBe('medium-risk');
  });

  it('lets a supervisor approve everything', () => {
    expect(ask(null, 'complex', 'critical', 'high', 'supervisor')).toBeNull();
  });
});
