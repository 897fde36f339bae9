import type { RiskLevel } from '@lutai/contracts';
import type { Tone } from '../../ui/badge.tsx';

export const riskTones: Record<RiskLevel, Tone> = { high: 'danger', medium: 'warn', low: 'neutral' };

/** How the words of a finding are marked in the contract; seen without colour too. */
export const riskMarks: Record<RiskLevel, string> = {
  high: 'bg-danger-soft decoration-danger decoration-2',
  medium: 'bg-warn-soft decoration-warn',
  low: 'bg-sunken decoration-line-strong',
};
export const riskBorders: Record<RiskLevel, string> = {
  high: 'border-l-danger',
  medium: 'border-l-warn',
  low: 'border-l-line-strong',
};
