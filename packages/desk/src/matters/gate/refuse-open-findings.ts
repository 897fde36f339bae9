import type { Finding, FindingKind } from '@lutai/contracts';
import { DeskError } from '../../desk-error.ts';

const faults: Record<FindingKind, string> = {
  'not-found': '法规库中没有这一条',
  misquoted: '引文与原文不符',
  'not-in-force': '在所问日期不是有效的法',
  ambiguous: '无法确定指的是哪一条',
  unchecked: '未能核对',
  doubtful: '条文未必支持这句话',
  contradicted: '条文与这句话相反',
};

/** What to do about each kind of finding, in the order in which they are said. */
const remedies: Record<Finding['rule'], string> = {
  correct: '请改正或删去这些引用',
  explain: '适用旧法的，请在同一处写明适用的是哪一时期的法、为什么',
  rule: '未能确定的，请逐一查看并写明理由放行',
};

/** Nobody rules on what is published. */
const ofPublication: Record<Finding['rule'], string> = {
  ...remedies,
  rule: '未能确定的，请改写成可以核对的，或者删去',
};

const shown = 20;

type Refusable = Pick<Finding, 'kind' | 'rule' | 'raw' | 'why' | 'open'>;

/** Throws `citation-blocked`, naming each finding that stands in the way, why, and what to do; nothing may leave with one. */
export function refuseOpenFindings(findings: readonly Refusable[], before: '核准' | '发布' = '核准'): void {
  const open = findings.filter((finding) => finding.open);
  if (open.length === 0) return;
  const named = open
    .slice(0, shown)
    .map(({ raw, kind, why }) => `“${shorten(raw)}”：${faults[kind]}${why ? `（${shorten(why)}）` : ''}`);
  const more = open.length > shown ? `；另有 ${open.length - shown} 处` : '';
  const todo = (['correct', 'explain', 'rule'] as const).filter((rule) =>
    open.some((finding) => finding.rule === rule),
  );
  const advice = todo.map((rule) => (before === '发布' ? ofPublication : remedies)[rule]).join('；');
  throw new DeskError(
    'citation-blocked',
    `有 ${open.length} 处引用不能放行：${named.join('；')}${more}。${advice}，然后再${before}。`,
  );
}

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);
