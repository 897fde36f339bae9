import type { Citation, Support, TraceCheck, TraceClaim } from '@lutai/contracts';
import type { WrittenClaim } from '../drafter.ts';

/** From what weighs most to what weighs least. */
const order: readonly Support[] = ['contradicted', 'doubtful', 'supported', 'none-claimed'];

/** The written sentences with the support that the check of the whole text found for them; dropped ones at the end. */
export function traceClaims(input: {
  claims: readonly WrittenClaim[];
  dropped: readonly WrittenClaim[];
  text: string;
  citations: readonly Citation[];
}): TraceClaim[] {
  const { claims, dropped, text, citations } = input;
  const all = [...claims.map((claim) => ({ claim, kept: true })), ...dropped.map((claim) => ({ claim, kept: false }))];
  return all.map(({ claim, kept }, index) => {
    const start = kept ? text.indexOf(claim.text) : -1;
    const inside =
      start < 0 ? [] : citations.filter((one) => one.start >= start && one.end <= start + claim.text.length);
    const judged = inside.flatMap(({ support }) => support ?? []);
    return {
      id: `c${index + 1}`,
      part: claim.part,
      text: claim.text,
      provisions: claim.provisions.map(({ hit, words }) => ({ citation: hit.citation, words })),
      support: order.find((support) => judged.includes(support)) ?? 'none-claimed',
      reasons: [...new Set(inside.flatMap(({ supportReasons }) => supportReasons ?? []))],
      kept,
    };
  });
}

/** What the check of the whole text found: each citation, and where it was judged each sentence's support. */
export function traceChecks(citations: readonly Citation[], round: 1 | 2): TraceCheck[] {
  return citations.flatMap(({ raw, state, note, support, supportReasons }): TraceCheck[] => [
    { round, kind: state === 'misquoted' ? 'quotation' : 'citation', subject: raw, ok: state === 'ok', why: note },
    ...(support === 'doubtful' || support === 'contradicted'
      ? [{ round, kind: 'support' as const, subject: raw, ok: false, why: (supportReasons ?? []).join('；') }]
      : []),
  ]);
}
