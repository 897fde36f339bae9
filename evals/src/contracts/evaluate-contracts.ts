import type { CiteCheckResponse } from '@lutai/contracts';
import { type Checklist, type ContractFinding, type LearntTerms, reviewContract } from '@lutai/documents';
import type { LabelledContract, PlantedDefect } from './contract-set.ts';

type Counts = { planted: number; found: number; findings: number; right: number };
export type ContractsReport = Counts & {
  contracts: number;
  /** Share of the planted defects that a finding points to; share of the findings that point to a planted defect. */
  recall: number;
  precision: number;
  typesRight: number;
  byType: Record<string, Counts>;
  /** Empty where the set names no groups. */
  byGroup: Record<string, Counts>;
  byKind: Record<string, { planted: number; found: number }>;
  missed: { contract: string; defect: string; kind: string; what: string }[];
  falseAlarms: { contract: string; check: string; title: string; quote: string | null }[];
};
export type EvaluateContractsDeps = {
  checklists: readonly Checklist[];
  learntTerms?: LearntTerms;
  /** The desk's check of citations as of the day of signing. */
  citeCheck: (input: { text: string; asOf: string }) => Promise<CiteCheckResponse>;
  /** One-year LPR as a share on a day; null where it is not known. */
  oneYearLpr: (day: string) => number | null;
};

/** Reviews each contract without a model and holds the findings against what was planted, by their places. */
export async function evaluateContracts(
  deps: EvaluateContractsDeps,
  contracts: readonly LabelledContract[],
): Promise<ContractsReport> {
  const byType: Record<string, Counts> = {};
  const byGroup: Record<string, Counts> = {};
  const byKind: ContractsReport['byKind'] = {};
  const missed: ContractsReport['missed'] = [];
  const falseAlarms: ContractsReport['falseAlarms'] = [];
  let typesRight = 0;
  for (const { id, type, group, date, text, defects } of contracts) {
    const { citations } = await deps.citeCheck({ text, asOf: date });
    const oneYearLpr = deps.oneYearLpr(date);
    const review = reviewContract(text, {
      checklists: deps.checklists,
      today: date,
      learntTerms: deps.learntTerms,
      checkCitations: () => citations,
      ...(oneYearLpr === null ? {} : { oneYearLpr }),
    });
    if (review.type === type) typesRight += 1;
    const counts: Counts = { planted: 0, found: 0, findings: 0, right: 0 };
    for (const defect of defects) {
      byKind[defect.kind] ??= { planted: 0, found: 0 };
      const kind = byKind[defect.kind] ?? { planted: 0, found: 0 };
      const isFound = review.findings.some((finding) => pointsTo(finding, defect));
      kind.planted += 1;
      counts.planted += 1;
      kind.found += Number(isFound);
      counts.found += Number(isFound);
      if (!isFound) missed.push({ contract: id, defect: defect.id, kind: defect.kind, what: defect.what });
    }
    for (const finding of review.findings) {
      const isRight = defects.some((defect) => pointsTo(finding, defect));
      counts.findings += 1;
      counts.right += Number(isRight);
      if (isRight) continue;
      const { checkId, title, quote } = finding;
      falseAlarms.push({ contract: id, check: checkId, title, quote: quote?.text ?? null });
    }
    byType[type] = sum([byType[type] ?? none, counts]);
    if (group !== undefined) byGroup[group] = sum([byGroup[group] ?? none, counts]);
  }
  const total = sum(Object.values(byType));
  return {
    ...total,
    contracts: contracts.length,
    recall: total.found / Math.max(1, total.planted),
    precision: total.right / Math.max(1, total.findings),
    ...{ typesRight, byType, byGroup, byKind, missed, falseAlarms },
  };
}

/** A finding at a place points to a defect whose words it touches; one of something missing, by what it speaks of. */
function pointsTo({ quote, title, why }: ContractFinding, { places, about }: PlantedDefect): boolean {
  if (quote === null) return about?.test(`${title}\n${why}`) ?? false;
  const touches = places.some(({ start, end }) => quote.start < end && start < quote.end);
  return touches || (places.length === 0 && (about?.test(`${title}\n${why}`) ?? false));
}

const none: Counts = { planted: 0, found: 0, findings: 0, right: 0 };
const sum = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (all, one) => ({
      planted: all.planted + one.planted,
      found: all.found + one.found,
      findings: all.findings + one.findings,
      right: all.right + one.right,
    }),
    none,
  );
