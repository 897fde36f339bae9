import type { proposeReview } from '@lutai/api/contracts';
import { print } from '../../output/print.ts';

type Proposed = Awaited<ReturnType<typeof proposeReview>>;
type Finding = Omit<Proposed['findings'][number], 'key' | 'provisions' | 'suggestion'> & {
  citations: string[];
  /** Null where no wording is proposed. */
  suggestion: Proposed['findings'][number]['suggestion'] | null;
};

/** What `--json` prints. */
export type ReviewDocument = Pick<Proposed, 'type' | 'typeReason' | 'side' | 'parties'> & {
  /** The day whose law the citations are held against, `YYYY-MM-DD`. */
  asOf: string;
  findings: Finding[];
  notes: string[];
  /** The annotated file, and what did not find its place there: `finding` counts from 0. */
  out: { file: string; unplaced: { finding: number; message: string }[] } | null;
};

const risks = { high: '高风险', medium: '中风险', low: '低风险' } as const;
const actions = { replace: '建议改为', insert: '建议增加', delete: '建议删去这一句' } as const;
const longestQuote = 60;

export function reviewDocument(
  { type, typeReason, side, parties, notes, findings }: Proposed,
  { asOf, notices, out }: { asOf: string; notices: string[]; out: ReviewDocument['out'] },
): ReviewDocument {
  return {
    ...{ type, typeReason, side, parties, asOf, out },
    findings: findings.map(({ key: _, provisions, suggestion, ...finding }) => ({
      ...finding,
      citations: provisions,
      suggestion: suggestion.action !== 'delete' && suggestion.text === '' ? null : suggestion,
    })),
    notes: [...notices.map((notice) => notice.replace(/[。；]?$/u, '。')), ...notes],
  };
}

export function printReview({ typeReason, parties, findings, notes }: ReviewDocument): void {
  print(`合同类型：${typeReason}`);
  const named = parties.filter(({ name }) => name !== null).map(({ alias, name }) => `${alias} ${name}`);
  if (named.length > 0) print(`当事人：${named.join('；')}`);
  for (const note of notes) print(`说明：${note}`);
  for (const [index, finding] of findings.entries()) {
    print();
    for (const line of linesOf(finding, index + 1)) print(line);
  }
  print();
  const counts = (['high', 'medium', 'low'] as const).flatMap((risk) => {
    const count = findings.filter((finding) => finding.risk === risk).length;
    return count === 0 ? [] : [`${risks[risk]} ${count} 处`];
  });
  print(findings.length === 0 ? '按清单审查，没有发现问题。' : `共 ${findings.length} 处：${counts.join('，')}。`);
}

function linesOf({ title, risk, clause, quote, why, citations, suggestion }: Finding, number: number): string[] {
  const unnamed = citations.filter((citation) => !why.includes(citation));
  return [
    `${number}. ${risks[risk]}  ${clause ?? '整份合同'}  ${title}`,
    ...(quote === null ? [] : [`   原文：“${shortened(quote)}”`]),
    `   理由：${why}${unnamed.length === 0 ? '' : `依据${unnamed.join('、')}。`}`,
    ...(suggestion === null ? [] : [`   ${actions[suggestion.action]}${suggestion.text && `：${suggestion.text}`}`]),
  ];
}

function shortened(quote: string): string {
  const letters = [...quote.replace(/\s+/gu, ' ').trim()];
  return letters.length <= longestQuote ? letters.join('') : `${letters.slice(0, longestQuote).join('')}……`;
}
