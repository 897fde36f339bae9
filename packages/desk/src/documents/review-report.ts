import type { KeptReview } from './document-rows.ts';
import type { AcceptedFinding, UnplacedFinding } from './document-works.ts';

const risks = { high: '高风险', medium: '中风险', low: '低风险' } as const;
const kinds = {
  missing: '缺少条款',
  void: '条款无效',
  voidable: '条款可撤销',
  'one-sided': '权利义务失衡',
  excessive: '约定过高或过长',
  contradiction: '前后矛盾',
  citation: '引用的法条有误',
} as const;
const actions = { replace: '建议改为', insert: '建议增加', delete: '建议删去这一句' } as const;

export type ReviewReport = {
  title: string;
  review: KeptReview;
  findings: readonly AcceptedFinding[];
  unplaced: readonly UnplacedFinding[];
};

/**
 * The opinion on a contract in Markdown. The contract's own words are not repeated in it: its citations are not ours, and
 * the annotated file shows the place.
 */
export function reviewReport({ title, review, findings, unplaced }: ReviewReport): string {
  const reasons = new Map(unplaced.map(({ index, message }) => [index, message]));
  const head = [
    `# 《${withoutMarks(title)}》审查意见`,
    `合同类型：${review.typeReason}`,
    findings.length === 0 ? '按清单审查，没有需要提出的意见。' : `共 ${findings.length} 条意见；批注和修订见附件。`,
    ...review.readNotes,
    ...review.notes,
  ];
  return [...head, ...findings.map((finding, index) => section(finding, index, reasons.get(index)))].join('\n\n');
}

function section(finding: AcceptedFinding, index: number, unplaced: string | undefined): string {
  const { clause, title, kind, risk, why, provisions, suggestion } = finding;
  const place = clause === null ? '整份合同' : clause;
  const unnamed = provisions.filter((provision) => !why.includes(provision));
  // The note of the check repeats what the contract cites; it stands beside the place in the file.
  const reason = kind === 'citation' ? '合同所引的名称和条号有问题，见附件中的批注。' : why;
  const words = suggestion.action === 'delete' ? '' : `：${suggestion.text}`;
  return [
    `## ${index + 1}. ${title}（${place}）`,
    `${risks[risk]}，${kinds[kind]}。${reason}${unnamed.length > 0 ? `依据${unnamed.join('、')}。` : ''}`,
    ...(suggestion.action !== 'delete' && suggestion.text === '' ? [] : [`${actions[suggestion.action]}${words}`]),
    ...(unplaced === undefined ? [] : [`这一条没有写进附件的相应位置（${unplaced}），请对照本条处理。`]),
  ].join('\n\n');
}

const withoutMarks = (title: string): string => title.replace(/[《》]/gu, '');
