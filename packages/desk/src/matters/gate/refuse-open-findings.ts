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

const shown = 20;

/** Throws `citation-blocked`, naming each finding that stands in the way, why, and what to do; nothing may leave with one. */
export function refuseOpenFindings(findings: readonly Pick<Finding, 'kind' | 'rule' | 'raw' | 'why' | 'open'>[]): void {
  const open = findings.filter((finding) => finding.open);
  if (open.length === 0) return;
  const named = open
    .slice(0, shown)
    .map(({ raw, kind, why }) => `“${shorten(raw)}”：${faults[kind]}${why ? `（${shorten(why)}）` : ''}`);
  const more = open.length > shown ? `；另有 ${open.length - shown} 处` : '';
  const todo = (['correct', 'explain', 'rule'] as const).filter((rule) =>
    open.some((finding) => finding.rule === rule),
  );
  throw new DeskError(
    'citation-blocked',
    `有 ${open.length} 处引用不能放行：${named.join('；')}${more}。${todo.map((rule) => remedies[rule]).join('；')}，然后再核准。`,
  );
}

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);
