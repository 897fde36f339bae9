import type { CheckedCitation, CitationState } from '@lutai/law';
import { type ContractFinding, placeAt } from './contract-finding.ts';
import type { Clause } from './split-clauses.ts';

const STATES: Partial<Record<CitationState, { title: string; risk: ContractFinding['risk'] }>> = {
  'not-in-force': { title: '引用的法律已经失效', risk: 'medium' },
  'not-found': { title: '引用的法条查不到', risk: 'medium' },
  misquoted: { title: '引文与法条原文不符', risk: 'medium' },
};

/** The citations of a contract that do not stand, one finding each. */
export function citationFindings(
  text: string,
  clauses: readonly Clause[],
  checked: readonly Pick<CheckedCitation, 'start' | 'end' | 'state' | 'note' | 'raw'>[],
): ContractFinding[] {
  const seen = new Set<string>();
  return checked.flatMap(({ start, end, state, note, raw }) => {
    const known = STATES[state];
    if (!known || seen.has(raw)) return [];
    seen.add(raw);
    return [
      {
        checkId: `citation-${state}`,
        kind: 'citation' as const,
        risk: known.risk,
        hurts: 'either' as const,
        clause: placeAt(clauses, start),
        quote: { start, end, text: text.slice(start, end) },
        title: known.title,
        why: note,
        citations: [],
        suggestion: { action: 'advise' as const, text: '按现行法律的名称和条号改写，或者删去条号，只写约定的内容。' },
      },
    ];
  });
}
