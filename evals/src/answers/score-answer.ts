import type { CitationState, DraftContent, Route } from '@lutai/contracts';
import { bareCitation } from '../citation-key.ts';
import type { AnswerCase } from './answer-set.ts';
import { ownWords } from './own-words.ts';

/** Citations of an answer against a case's labels. */
export interface CitedCount {
  /** Provisions that the answer must rest on, and how many of them it has. */
  labels: number;
  found: number;
  /** Different provisions that the answer has, and how many of them are right, further right ones included. */
  cited: number;
  right: number;
}

/** What is kept of one answer; everything is counted by code. */
export interface AnswerScore {
  id: string;
  area: string;
  kind: string;
  route: { expected: Route; found: Route };
  outcome: DraftContent['outcome'];
  /** What the answer rests on, and all citations of its text; null where no answer is wanted or nothing is labelled. */
  basis: CitedCount | null;
  text: CitedCount | null;
  citations: { count: number; notOk: { raw: string; state: CitationState }[] };
  /** In the order of the case, whether the text has it (forbidden: says it; asks: asks for it). */
  points: boolean[];
  forbidden: boolean[];
  asks: boolean[];
  /** Characters of the text without white space, and of its own words. */
  length: { characters: number; own: number; sentences: number; legalese: number };
  drafter: DraftContent['drafter'];
  model: string | null;
  promptVersion: string | null;
  calls: CallCount;
  /** Of the whole answer. */
  ms: number;
}

export interface CallCount {
  made: number;
  failed: number;
  inputTokens: number;
  outputTokens: number;
  /** Null where no price is set. */
  costYuan: number | null;
}

/** What the text rests on: the hits that were used and the provisions of the legal statements that were kept. */
export function basisOf({ trace }: Pick<DraftContent, 'trace'>): Set<string> {
  const used = trace.hits.flatMap(({ used: isUsed, citation }) => (isUsed ? [citation] : []));
  const stated = trace.claims.flatMap(({ part, kept, provisions }) =>
    kept && statements.has(part) ? provisions.map(({ citation }) => citation) : [],
  );
  return new Set([...used, ...stated]);
}

const statements: ReadonlySet<string> = new Set(['conclusion', 'reason', 'branch']);

const bare = (citations: Iterable<string>) => new Set([...citations].map(bareCitation));

const citedIn = ({ citations }: Pick<DraftContent, 'citations'>) =>
  citations.flatMap(({ resolved }) => (resolved ? [resolved.citation] : []));

/** `ms` is the time that the answer took. */
export function scoreAnswer(answerCase: AnswerCase, draft: DraftContent, ms: number): AnswerScore {
  const { id, area, kind, provisions, alsoRight } = answerCase;
  const must = bare(provisions);
  const right = bare([...provisions, ...alsoRight]);
  const isLabelled = must.size > 0 && answerCase.route === 'answer';
  const count = (citations: Iterable<string>): CitedCount => {
    const cited = bare(citations);
    const among = (labels: ReadonlySet<string>) => [...cited].filter((citation) => labels.has(citation)).length;
    return { labels: must.size, found: among(must), cited: cited.size, right: among(right) };
  };
  const says = (patterns: readonly RegExp[], text: string) => patterns.some((pattern) => pattern.test(text));
  const asked = draft.missingFacts.map(({ question }) => question).join('\n');
  const own = ownWords(draft.text);
  return {
    id,
    area,
    kind,
    route: { expected: answerCase.route, found: draft.route },
    outcome: draft.outcome,
    basis: isLabelled ? count(basisOf(draft)) : null,
    text: isLabelled ? count(citedIn(draft)) : null,
    citations: {
      count: draft.citations.length,
      notOk: draft.citations.flatMap(({ raw, state }) => (state === 'ok' ? [] : [{ raw, state }])),
    },
    points: answerCase.points.map(({ any }) => says(any, draft.text)),
    forbidden: answerCase.forbidden.map(({ pattern }) => pattern.test(draft.text)),
    asks: answerCase.asks.map(({ any }) => says(any, asked)),
    length: {
      characters: [...draft.text.replace(/\s/gu, '')].length,
      own: own.characters,
      sentences: own.sentences,
      legalese: own.legalese,
    },
    drafter: draft.drafter,
    model: draft.model,
    promptVersion: draft.promptVersion,
    calls: countCalls(draft.trace.calls),
    ms: Math.round(ms),
  };
}

function countCalls(calls: DraftContent['trace']['calls']): CallCount {
  const sum = (numberOf: (call: (typeof calls)[number]) => number) =>
    calls.reduce((total, call) => total + numberOf(call), 0);
  return {
    made: calls.length,
    failed: calls.filter(({ failure }) => failure !== null).length,
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
    costYuan: calls.some(({ costYuan }) => costYuan === null) ? null : sum(({ costYuan }) => costYuan ?? 0),
  };
}
