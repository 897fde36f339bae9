import { createHash } from 'node:crypto';
import type { Citation, Finding, FindingKind } from '@lutai/contracts';
import { canonicalJson } from '../content-hash.ts';
import { saysWhyOldLaw } from './old-law-words.ts';
import { passageAround, sentenceAround } from './passages.ts';

/** A finding before anybody has ruled on it. */
export type OpenFinding = Omit<Finding, 'ruling' | 'open'>;

const rules: Record<FindingKind, Finding['rule']> = {
  'not-found': 'correct',
  misquoted: 'correct',
  'not-in-force': 'explain',
  ambiguous: 'rule',
  unchecked: 'rule',
  doubtful: 'rule',
  contradicted: 'rule',
};

/**
 * What stands in the way of a text's approval: each citation that is not simply right, and what it takes to go on. A law
 * that is not in force is no finding where the passage says that it is applied, and why.
 */
export function findingsOf(text: string, citations: readonly Citation[]): OpenFinding[] {
  const seen = new Map<string, number>();
  return citations.flatMap((citation) => {
    const kind = kindOf(citation);
    if (kind === null) return [];
    if (kind === 'not-in-force' && saysWhyOldLaw(passageAround(text, citation))) return [];
    const { raw, start, end, note, supportReasons = [] } = citation;
    const isSupport = kind === 'doubtful' || kind === 'contradicted';
    const why = isSupport ? supportReasons.join('；') : note;
    const sentence = sentenceAround(text, citation);
    const same = keyOf({ kind, raw, sentence, target: citation.resolved?.provisionId ?? null });
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    return [{ key: nth === 1 ? same : `${same}-${nth}`, kind, rule: rules[kind], raw, start, end, sentence, why }];
  });
}

function kindOf({ state, support }: Citation): FindingKind | null {
  if (state !== 'ok') return state;
  return support === 'doubtful' || support === 'contradicted' ? support : null;
}

/** The same finding in the same sentence has the same key in every revision; another word of the sentence, another key. */
const keyOf = (value: object): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex').slice(0, 32);
