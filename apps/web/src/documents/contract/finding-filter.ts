import type { ReviewFinding, RiskLevel } from '@lutai/contracts';

export const findingFilters = ['all', 'undecided', 'high'] as const;
export type FindingFilter = (typeof findingFilters)[number];

const ranks: Record<RiskLevel, number> = { high: 0, medium: 1, low: 2 };

const fits: Record<FindingFilter, (finding: ReviewFinding) => boolean> = {
  all: () => true,
  undecided: ({ decision }) => decision === null,
  high: ({ risk }) => risk === 'high',
};

export const filterFindings = (findings: readonly ReviewFinding[], filter: FindingFilter): ReviewFinding[] =>
  findings.filter(fits[filter]);

/** In the order of the contract; what is missing from it comes after, the riskiest first. */
export function orderFindings(findings: readonly ReviewFinding[]): ReviewFinding[] {
  return [...findings].sort(
    (left, right) =>
      Number(left.start === null) - Number(right.start === null) ||
      (left.start ?? 0) - (right.start ?? 0) ||
      ranks[left.risk] - ranks[right.risk],
  );
}

/** The next one that nobody has decided, after `key` and then from the beginning; null where none is left. */
export function nextUndecided(findings: readonly ReviewFinding[], key: string): string | null {
  const at = findings.findIndex((finding) => finding.key === key);
  const ahead = [...findings.slice(at + 1), ...findings.slice(0, Math.max(at, 0))];
  return ahead.find(({ decision }) => decision === null)?.key ?? null;
}

/** The riskiest of the findings whose words stand at one place. */
export function worstRisk(findings: readonly ReviewFinding[]): RiskLevel {
  return [...findings].sort((left, right) => ranks[left.risk] - ranks[right.risk])[0]?.risk ?? 'low';
}
