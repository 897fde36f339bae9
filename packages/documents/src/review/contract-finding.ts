import type { Check } from './checklist-schema.ts';
import type { Clause } from './split-clauses.ts';

/** Something that a contract should not say, or should. Offsets are UTF-16 offsets of the text given, end exclusive. */
export interface ContractFinding {
  checkId: string;
  kind: Check['kind'];
  risk: Check['risk'];
  hurts: Check['hurts'];
  /** Null where something is missing. */
  clause: { number: string | null; title: string | null; path: string[]; start: number; end: number } | null;
  /** The sentence that is meant; null where something is missing. */
  quote: { start: number; end: number; text: string } | null;
  title: string;
  /** Plain words, with canonical citations. */
  why: string;
  /** Canonical: 《full title》第…条. */
  citations: string[];
  /** `text` takes the place of the quote, is put in as a clause of its own, or is advice and no wording; empty for `delete`. */
  suggestion: { action: Check['suggestion']['action']; text: string };
}

/** The clause that an offset lies in. */
export function placeAt(clauses: readonly Clause[], offset: number): ContractFinding['clause'] {
  const clause = clauses.find(({ start, end }) => offset >= start && offset < end);
  if (!clause) return null;
  const { number, title, path, start, end } = clause;
  return { number, title, path, start, end };
}
