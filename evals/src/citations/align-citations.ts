import type { Citation, CitationState } from '@lutai/contracts';
import { bareCitation } from '../citation-key.ts';
import type { LabelledCitation } from './citation-set.ts';

/** The found citations of one span: one, or those of a range or list. */
export interface FoundSpan {
  start: number;
  end: number;
  citations: Citation[];
}

export interface Alignment {
  pairs: { label: LabelledCitation; found: FoundSpan | null }[];
  /** Found, and labelled nowhere. */
  extra: FoundSpan[];
}

/**
 * Pairs every label with the found span that ends where it ends, else with the one that shares most of its characters.
 * A span may answer several labels: a list that was found as one.
 */
export function alignCitations(labels: readonly LabelledCitation[], citations: readonly Citation[]): Alignment {
  const spans = groupBySpan(citations);
  const pairs = labels.map((label) => ({ label, found: nearest(label, spans) }));
  const used = new Set(pairs.map(({ found }) => found));
  return { pairs, extra: spans.filter((span) => !used.has(span)) };
}

function groupBySpan(citations: readonly Citation[]): FoundSpan[] {
  const spans = new Map<string, FoundSpan>();
  for (const citation of citations) {
    const { start, end } = citation;
    const key = `${start}-${end}`;
    const span = spans.get(key) ?? { start, end, citations: [] };
    span.citations.push(citation);
    spans.set(key, span);
  }
  return [...spans.values()];
}

function nearest(label: LabelledCitation, spans: readonly FoundSpan[]): FoundSpan | null {
  let best: FoundSpan | null = null;
  let most = 0;
  for (const span of spans) {
    const shared = Math.min(label.end, span.end) - Math.max(label.start, span.start);
    if (shared <= 0) continue;
    const closeness = shared + (span.end === label.end ? label.end - label.start : 0);
    if (closeness <= most) continue;
    best = span;
    most = closeness;
  }
  return best;
}

/** From the gravest to none: a range is as good as its worst article. */
const gravity: readonly CitationState[] = ['not-found', 'misquoted', 'not-in-force', 'ambiguous', 'unchecked', 'ok'];

/** What the checker says of a label: of a range the worst, of a part of a span what it says of the provision meant. */
export function verdictOf(label: LabelledCitation, { start, end, citations }: FoundSpan): Citation | undefined {
  const isWhole = label.start <= start && end <= label.end;
  const meant = isWhole ? [] : citations.filter(({ resolved }) => sameProvision(resolved?.citation, label.target));
  const worst = (of: readonly Citation[]) =>
    [...of].sort((a, b) => gravity.indexOf(a.state) - gravity.indexOf(b.state))[0];
  return worst(meant.length > 0 ? meant : citations);
}

/** One provision, however the names in its title are bracketed. */
export const sameProvision = (a: string | undefined, b: string | null): boolean =>
  a !== undefined && b !== null && bareCitation(a) === bareCitation(b);
