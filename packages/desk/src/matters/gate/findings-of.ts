import { createHash } from 'node:crypto';
import type { Citation, Finding, FindingKind } from '@lutai/contracts';
import { claimsOf } from '@lutai/law';
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
 * What stands in the way of a text's approval: each citation that is not simply right, and what it takes to go on. That a
 * law is not in force is no finding where the passage says that it is applied, and why.
 */
export function findingsOf(text: string, citations: readonly Citation[]): OpenFinding[] {
  const seen = new Map<string, number>();
  const claimed = claimsByCitation(text, citations);
  return citations.flatMap((citation) => {
    const kind = kindOf(text, citation);
    if (kind === null) return [];
    const { raw, start, end, note, supportReasons = [] } = citation;
    const isSupport = kind === 'doubtful' || kind === 'contradicted';
    const why = isSupport ? supportReasons.join('；') : note;
    const sentence = (isSupport && claimed.get(citation)) || sentenceAround(text, citation);
    const { provisionId: target = null, text: provision = null } = citation.resolved ?? {};
    const same = keyOf({ kind, raw, sentence, target, provision });
    const nth = (seen.get(same) ?? 0) + 1;
    seen.set(same, nth);
    return [{ key: nth === 1 ? same : `${same}-${nth}`, kind, rule: rules[kind], raw, start, end, sentence, why }];
  });
}

function kindOf(text: string, citation: Citation): FindingKind | null {
  const { state, support } = citation;
  const isExplained = state === 'not-in-force' && saysWhyOldLaw(passageAround(text, citation));
  if (state !== 'ok' && !isExplained) return state;
  return support === 'doubtful' || support === 'contradicted' ? support : null;
}

/** The sentences that rest on each citation: they need not be the one that it stands in. */
function claimsByCitation(text: string, citations: readonly Citation[]): Map<Citation, string> {
  const standing = citations.filter(
    ({ state, resolved, support }) =>
      support !== undefined || (resolved !== null && (state === 'ok' || state === 'not-in-force')),
  );
  const found = new Map<Citation, string>();
  for (const claim of claimsOf(text, standing)) {
    for (const citation of claim.citations) found.set(citation, (found.get(citation) ?? '') + claim.text);
  }
  return found;
}

/**
 * The same finding in the same sentence has the same key in every revision; another word of the sentence, or of the
 * provision, another key.
 */
const keyOf = (value: object): string =>
  createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex').slice(0, 32);
