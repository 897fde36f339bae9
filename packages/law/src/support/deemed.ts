import { bigrams } from './bigrams.ts';

const DEEMED = /(?:视为|视同|当作|就当|算作)(?<what>[^，。；、\n]+)/gu;
const DENIES = /不|未|没有|无|拒绝|放弃/u;
/** 「就当他同意了」 says 「同意」. */
const PRONOUN = /^(?:是)?(?:[他她您你它其]|对方|双方|自己)+|了$/gu;
const SAME_OUTCOME = 0.4;

/** What the claim says a thing is deemed to be, against the outcomes that the provision deems things to be. */
export function deemedOtherwise(claim: string, provision: string): { conflicts: string[]; doubts: string[] } {
  const there = outcomes(provision);
  const findings: { conflicts: string[]; doubts: string[] } = { conflicts: [], doubts: [] };
  if (there.length === 0) return findings;
  for (const here of outcomes(claim)) {
    const alike = there.filter((outcome) => share(here, outcome) >= SAME_OUTCOME);
    if (alike.some((outcome) => DENIES.test(outcome) === DENIES.test(here))) continue;
    const reason = `条文说“视为${alike[0] ?? there[0]}”，这里说“视为${here}”`;
    (alike.length > 0 ? findings.conflicts : findings.doubts).push(reason);
  }
  return findings;
}

const outcomes = (text: string) =>
  [...text.matchAll(DEEMED)].map(({ groups }) => (groups?.what ?? '').replace(PRONOUN, ''));

function share(here: string, there: string): number {
  const [own, other] = [bigrams(here), bigrams(there)];
  const common = own.filter((pair) => other.includes(pair)).length;
  return common / Math.max(1, Math.min(own.length, other.length));
}
