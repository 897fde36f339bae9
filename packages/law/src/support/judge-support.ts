import { plainWords } from '../citations/plain-words.ts';
import { assertsNothing, withoutCitations } from './asserts-nothing.ts';
import { compareClaim } from './compare-claim.ts';
import { provisionUnits } from './provision-units.ts';
import { toStatuteWords } from './statute-words.ts';
import type { SupportInput, SupportJudgement } from './support-types.ts';

const ITEM_LABEL = /^[（(][一二三四五六七八九十百]+[）)]/gmu;

/**
 * Does the provision bear the claim out? Deterministic: numbers, words of duty and denial, parties and shared words; no
 * model is asked unless `similarity` does. One sentence at a time: the worst of its parts decides.
 */
export function judgeSupport({ claim, provision, similarity }: SupportInput): SupportJudgement {
  const words = withoutCitations(claim);
  const units = provisionUnits(provision);
  if ([claim, words].some((one) => isOwnSentence(one, provision, units))) return { support: 'supported', reasons: [] };
  if (assertsNothing(claim)) return { support: 'none-claimed', reasons: [] };
  const parts = words
    .split(/[。；\n]/u)
    .filter((said) => plainWords(said).words.length > 1)
    .map((said) => ({ said, part: toStatuteWords(said) }));
  const compared = parts.map((part) => compareClaim(part, units, similarity));
  const conflicts = [...new Set(compared.flatMap((one) => one.conflicts))];
  if (conflicts.length > 0) return { support: 'contradicted', reasons: conflicts };
  const doubts = [...new Set(compared.flatMap((one) => one.doubts))];
  return { support: doubts.length > 0 ? 'doubtful' : 'supported', reasons: doubts };
}

/** Whole sentences or parts of the provision, word for word. A mere fragment does not count: it may have lost its 不. */
function isOwnSentence(words: string, provision: string, units: readonly { text: string }[]): boolean {
  const wanted = plainWords(words.trim().replace(ITEM_LABEL, '')).words;
  if (wanted === '') return false;
  const pieces = provision
    .replace(ITEM_LABEL, '')
    .split(/[。；：:，\n]/u)
    .map((piece) => plainWords(piece).words)
    .filter((piece) => piece !== '');
  const runs = pieces.some((_, from) => {
    let joined = '';
    for (const piece of pieces.slice(from)) {
      joined += piece;
      if (joined.length >= wanted.length) break;
    }
    return joined === wanted;
  });
  return runs || units.some(({ text }) => plainWords(text).words === wanted);
}
