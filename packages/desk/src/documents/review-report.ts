import type { KeptReview } from './document-rows.ts';
import type { AcceptedFinding } from './document-works.ts';

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

/**
 * The opinion on a contract in Markdown. The contract's own words are not repeated in it: its citations are not ours, and
 * the annotated file shows the place.
 */
export function reviewReport(title: string, review: KeptReview, findings: readonly AcceptedFinding[]): string {
  const head = [
    `# 《${withoutMarks(title)}》审查意见`,
    `合同类型：${review.typeReason}`,
    findings.length === 0 ? '按清单审查，没有需要提出的意见。' : `共 ${findings.length} 条意见；批注和修订见附件。`,
    ...review.notes,
  ];
  return [...head, ...findings.map(section)].join('\n\n');
}

function section({ clause, title, kind, risk, why, provisions, suggestion }: AcceptedFinding, index: number): string {
  const place = clause === null ? '整份合同' : clause;
  const unnamed = provisions.filter((provision) => !why.includes(provision));
  const words = suggestion.action === 'delete' ? '' : `：${suggestion.text}`;
  return [
    `## ${index + 1}. ${title}（${place}）`,
    `${risks[risk]}，${kinds[kind]}。${why}${unnamed.length > 0 ? `依据${unnamed.join('、')}。` : ''}`,
    ...(suggestion.action !== 'delete' && suggestion.text === '' ? [] : [`${actions[suggestion.action]}${words}`]),
  ].join('\n\n');
}

const withoutMarks = (title: string): string => title.replace(/[《》]/gu, '');
