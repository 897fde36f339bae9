import { canonicalCitations } from './canonical-citations.ts';
import type { Check, Checklist } from './checklist-schema.ts';
import { type CitationOfContract, citationFindings } from './citation-findings.ts';
import { type ContractFinding, placeAt } from './contract-finding.ts';
import { foldText } from './folded-text.ts';
import { findLearntTerms } from './learnt/find-learnt-terms.ts';
import type { LearntTerms } from './learnt/learnt-terms.ts';
import { type ContractReading, readContract } from './read-contract.ts';
import { namesOfRole, type Party } from './read-parties.ts';
import { type ContractType, type Role, roles } from './roles.ts';
import { type Hit, runChecks } from './run-checks.ts';
import { readSentences } from './sentences.ts';
import { type Clause, splitClauses } from './split-clauses.ts';
import { readSigningDay } from './values/date-values.ts';

export interface ReviewOptions {
  /** As `loadChecklists` gives them. */
  checklists: readonly Checklist[];
  /** `YYYY-MM-DD`, the day whose law counts; handed to `checkCitations`. */
  today: string;
  /** The citations of the contract as they stand on `today`. */
  checkCitations?: (text: string, today: string) => readonly CitationOfContract[];
  /** The one-year LPR of the day of the contract, as a share (0.03). Without it interest is held against 17% only. */
  oneYearLpr?: number | undefined;
  /** The same on a day (`YYYY-MM-DD`), null where it is not known; asked for the day of signing where `oneYearLpr` is not given. */
  oneYearLprOn?: (day: string) => number | null;
  /** Reads free wording that no check has words for; without it only the checks are run. */
  learntTerms?: LearntTerms | undefined;
  /** Whose interest counts: what hurts the other side alone is left out, unless it is void. */
  side?: Role;
  type?: ContractType;
}

export interface ContractReview {
  type: ContractType;
  typeReason: string;
  parties: Party[];
  clauses: Clause[];
  /** In the order of the text, what is missing last. */
  findings: ContractFinding[];
  /** What must be known for a full review: 「oneYearLpr」. */
  asks: 'oneYearLpr'[];
  /** Where only the beginning was read, its length in characters. */
  readTo: number | null;
}

/** A contract of a hundred pages has some 100,000 characters; what follows this is not read. */
export const maxReviewLength = 300_000;

/** Holds a contract against the checklist of its type and the common one. Deterministic; time grows with the length alone. */
export function reviewContract(text: string, options: ReviewOptions): ContractReview {
  const read = text.length > maxReviewLength ? text.slice(0, maxReviewLength) : text;
  const clauses = splitClauses(read);
  const oneYearLpr = options.oneYearLpr ?? lprOfSigning(read, clauses, options);
  const contract = readContract(read, clauses, { oneYearLpr, type: options.type });
  const { type, typeReason, parties } = contract;
  const checks = options.checklists
    .filter((list) => list.type === 'common' || list.type === type)
    .flatMap((list) => list.checks);
  const cited = citationFindings(read, clauses, options.checkCitations?.(read, options.today) ?? []);
  const hits = clauses.length === 0 ? [] : runChecks(checks, contract.context, contract.values);
  const { learntTerms } = options;
  const learnt = learntTerms ? findLearntTerms(learntTerms, checks, contract.context, hits) : [];
  const findings = [...hits, ...learnt]
    .filter(({ check }) => concerns(check, options.side))
    .map((hit) => toFinding(hit, read, contract, clauses))
    .filter((finding) => !isSameCitation(finding, cited));
  return {
    type,
    typeReason,
    parties,
    clauses,
    findings: [...findings, ...cited].sort((a, b) => (a.quote?.start ?? Infinity) - (b.quote?.start ?? Infinity) || 0),
    asks: type === 'loan' && oneYearLpr === undefined && contract.values.annualInterest ? ['oneYearLpr'] : [],
    readTo: read.length < text.length ? read.length : null,
  };
}

function lprOfSigning(text: string, clauses: readonly Clause[], { oneYearLprOn }: ReviewOptions): number | undefined {
  if (oneYearLprOn === undefined) return undefined;
  const day = readSigningDay(readSentences(foldText(text), clauses));
  return day === null ? undefined : (oneYearLprOn(day) ?? undefined);
}

function concerns({ hurts, kind }: Check, side: Role | undefined): boolean {
  return (
    side === undefined ||
    hurts === 'either' ||
    hurts === side ||
    kind === 'void' ||
    kind === 'citation' ||
    kind === 'contradiction'
  );
}

function toFinding(
  hit: Hit,
  text: string,
  { folded, sentences, parties }: ContractReading,
  clauses: readonly Clause[],
): ContractFinding {
  const { check, at, note } = hit;
  const why = nameRoles(check.why, parties).replaceAll('{note}', note);
  const place = at === null ? null : quoteOf(at, text, folded.origin, sentences);
  const words = nameRoles(check.suggestion.text, parties).replaceAll('{note}', note);
  return {
    checkId: check.id,
    kind: check.kind,
    risk: check.risk,
    hurts: check.hurts,
    clause: place === null ? null : placeAt(clauses, place.at),
    quote: place === null ? null : place.quote,
    title: check.name,
    why,
    citations: canonicalCitations(check.why),
    // What was only read is not sure enough to change a contract.
    suggestion: { action: check.learnt ? 'advise' : check.suggestion.action, text: words },
  };
}

/** The sentence that the hit stands in; of a very long one the hit alone. */
function quoteOf(
  at: { from: number; to: number },
  text: string,
  origin: Int32Array,
  sentences: ContractReading['sentences'],
) {
  const first = origin[at.from] ?? 0;
  const sentence = sentences.find(({ from, text: words }) => at.from >= from && at.from < from + words.length);
  const short = sentence !== undefined && sentence.end - sentence.start <= 300;
  const start = short ? sentence.start : first;
  const end = short ? sentence.end : (origin[Math.max(at.from, at.to - 1)] ?? first) + 1;
  return { at: first, quote: { start, end, text: text.slice(start, end) } };
}

/** `{landlord}` becomes what the contract calls the landlord. */
function nameRoles(words: string, parties: readonly Party[]): string {
  return words.replace(
    /\{(\w+)\}/gu,
    (all, name: string) =>
      (roles as readonly string[]).includes(name) ? (namesOfRole(name as Role, parties).split('|')[0] ?? all) : all, // checked just before
  );
}

const isSameCitation = ({ kind, quote }: ContractFinding, cited: readonly ContractFinding[]) =>
  kind === 'citation' &&
  cited.some((other) => other.quote && quote && other.quote.start < quote.end && quote.start < other.quote.end);
