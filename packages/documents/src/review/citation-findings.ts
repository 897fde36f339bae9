import type { CheckedCitation, CitationState, ResolvedCitation } from '@lutai/law';
import { citationsOffTopic } from './citation-topic.ts';
import { type ContractFinding, placeAt } from './contract-finding.ts';
import type { Clause } from './split-clauses.ts';

const STATES: Partial<Record<CitationState, { title: string; risk: ContractFinding['risk'] }>> = {
  'not-in-force': { title: '引用的法律已经失效', risk: 'medium' },
  'not-found': { title: '引用的法条查不到', risk: 'medium' },
  misquoted: { title: '引文与法条原文不符', risk: 'medium' },
};

/** A citation as the check of citations gives it; without `resolved` nothing is said of what its provision is about. */
export type CitationOfContract = Pick<CheckedCitation, 'start' | 'end' | 'state' | 'note' | 'raw'> & {
  resolved?: Pick<ResolvedCitation, 'text' | 'citation'> | null;
};

/** The citations of a contract that do not stand, or that say something else than what rests on them, one finding each. */
export function citationFindings(
  text: string,
  clauses: readonly Clause[],
  checked: readonly CitationOfContract[],
): ContractFinding[] {
  return [...fallen(text, clauses, checked), ...offTopic(text, clauses, checked)];
}

/** Named with its law: 「前款」 and the like are too loose to judge. */
const NAMED = /(?:》|法|条例|解释|规定|办法)第.{1,12}条/u;

function offTopic(text: string, clauses: readonly Clause[], checked: readonly CitationOfContract[]): ContractFinding[] {
  const placed = checked.flatMap(({ start, end, state, raw, resolved }) =>
    state === 'ok' && resolved && NAMED.test(raw)
      ? [{ start, end, text: resolved.text, citation: resolved.citation }]
      : [],
  );
  return citationsOffTopic(text, placed).map(({ start, end, text: provision, citation }) => ({
    checkId: 'citation-off-topic',
    kind: 'citation',
    risk: 'medium',
    hurts: 'either',
    clause: placeAt(clauses, start),
    quote: { start, end, text: text.slice(start, end) },
    title: '引用的法条说的是另一件事',
    why: `${citation}说的是“${provision.replace(/\s+/gu, '').slice(0, 40)}……”，与这里写的事情对不上。`,
    citations: [citation],
    suggestion: { action: 'replace', text: '核对条号，改成说这件事的那一条，或者删去条号，只写约定的内容。' },
  }));
}

function fallen(text: string, clauses: readonly Clause[], checked: readonly CitationOfContract[]): ContractFinding[] {
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
