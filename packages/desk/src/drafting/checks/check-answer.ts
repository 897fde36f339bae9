import type { SearchHit, TraceCheck } from '@lutai/contracts';
import { isQuotedFrom, judgeSupport } from '@lutai/law';
import type { ModelAnswer } from '../model-answer.ts';
import { checkCalculations } from './check-calculations.ts';
import { knownNumbers, strayNumbers } from './known-numbers.ts';
import { pointer } from './pointer.ts';

export type CheckedClaim = {
  condition: string;
  text: string;
  provisions: { hit: SearchHit; words: string | null }[];
  /** What must be mended, or else the claim is dropped. */
  faults: string[];
  /** What is better mended and may stand for the agent to rule on. */
  doubts: string[];
};
export type CheckedAnswer = {
  /** Its sentences, each with its faults. */
  conclusion: { text: string; faults: string[] }[];
  claims: CheckedClaim[];
  calculations: string[];
  checks: TraceCheck[];
};
export type CheckAnswerInput = {
  answer: ModelAnswer;
  given: ReadonlyMap<string, SearchHit>;
  /** Whatever else the numbers of an answer may come from: the client's words, the desk's own data. */
  sources: readonly string[];
  leak: (text: string) => string | null;
  round: 1 | 2;
};

/**
 * Checks what a model wrote, sentence by sentence: that each claim rests on given provisions and on words that stand in
 * them, that they bear it out, that numbers and days come from somewhere and sums are right, that nothing leaks.
 */
export function checkAnswer({ answer, given, sources, leak, round }: CheckAnswerInput): CheckedAnswer {
  const checks: TraceCheck[] = [];
  const tell = (kind: TraceCheck['kind'], subject: string, why: string) => {
    checks.push({ round, kind, subject, ok: why === '', why });
    return why;
  };
  const texts = [...sources, ...[...given.values()].map(({ text }) => text)];
  const sums = checkCalculations(answer.calculations, knownNumbers(texts), round);
  checks.push(...sums.map(({ check }) => check));
  const right = sums.filter(({ check }) => check.ok);
  const known = knownNumbers(
    texts,
    right.map(({ result }) => result),
  );

  const wordFaults = (text: string): string[] => {
    const faults: string[] = [];
    if (pointer.test(text)) faults.push(tell('citation', text, '自行写了法律名称或条号'));
    const leaked = leak(text);
    if (leaked !== null) faults.push(tell('leak', text, leaked));
    const stray = strayNumbers(text, known);
    if (stray.length > 0) faults.push(tell('number', text, `“${stray.join('”“')}”没有出处`));
    return faults;
  };

  const claims = answer.claims.map(({ condition, text, provisions }): CheckedClaim => {
    const faults = wordFaults(`${condition}${text}`);
    const named = [...new Map(provisions.map((one) => [one.id.trim(), one.words.trim()]))];
    const rests = named.flatMap(([id, words]) => {
      const hit = given.get(id);
      return hit === undefined ? [] : [{ hit, words }];
    });
    if (rests.length === 0 || rests.length < named.length) {
      faults.push(tell('citation', text, rests.length === 0 ? '没有依据所给的法条' : '引了没有给出的法条'));
    }
    const quoted = rests.map(({ hit, words }) => {
      const stands = words !== '' && isQuotedFrom(words, hit.text);
      if (words !== '') tell('quotation', `${hit.citation}“${words}”`, stands ? '' : '不是条文的原话');
      return { hit, words: stands ? words : null, stands: stands || words === '' };
    });
    const doubts = quoted.some(({ stands }) => !stands) ? ['抄录的原文与条文不一致'] : [];
    if (rests.length > 0) {
      const support = judge(
        text,
        rests.map(({ hit }) => hit.text),
      );
      const why = support.reasons.join('；');
      tell(
        'support',
        text,
        support.support === 'doubtful' || support.support === 'contradicted' ? why || '条文没有这样说' : '',
      );
      if (support.support === 'contradicted') faults.push(`与条文相反：${why}`);
      if (support.support === 'doubtful') doubts.push(`条文是否这样说有疑问：${why}`);
    }
    return { condition, text, faults, doubts, provisions: quoted.map(({ hit, words }) => ({ hit, words })) };
  });
  const conclusion = sentencesOf(answer.conclusion).map((text) => ({ text, faults: wordFaults(text) }));
  return { conclusion, claims, calculations: right.map(({ check, line }) => (check.ok ? line : '')), checks };
}

/** By the provision that bears it out best, or by all of them together. */
function judge(claim: string, provisions: readonly string[]) {
  const alone = provisions.map((provision) => judgeSupport({ claim, provision }));
  const all = provisions.length > 1 ? [judgeSupport({ claim, provision: provisions.join('\n') }), ...alone] : alone;
  const order = ['supported', 'none-claimed', 'doubtful', 'contradicted'];
  return all.reduce((best, one) => (order.indexOf(one.support) < order.indexOf(best.support) ? one : best));
}

const sentencesOf = (text: string) => text.split(/(?<=[。！？\n])/u).filter((sentence) => sentence.trim() !== '');
