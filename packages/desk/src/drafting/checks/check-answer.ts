import type { SearchHit, TraceCheck } from '@lutai/contracts';
import { isQuotedFrom, judgeSupport } from '@lutai/law';
import type { ModelAnswer } from '../model-answer.ts';
import { checkCalculations } from './check-calculations.ts';
import { knownNumbers, strayNumbers } from './known-numbers.ts';
import type { LeakFinder } from './leaks.ts';
import { strayLines } from './phone-numbers.ts';
import { pointer } from './pointer.ts';
import { readableAnswer } from './readable-answer.ts';
import { unfitWords } from './unfit-words.ts';

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
  /** What the client is asked for and told to bring, each with its faults. */
  missingFacts: { question: string; why: string; faults: string[] }[];
  evidence: { text: string; faults: string[] }[];
  checks: TraceCheck[];
};
export type CheckAnswerInput = {
  answer: ModelAnswer;
  given: ReadonlyMap<string, SearchHit>;
  /** Whatever else the numbers of an answer may come from: the client's words, the desk's own data. */
  sources: readonly string[];
  /** What of them is the desk's own: telephone numbers may come from there alone. */
  deskData: readonly string[];
  leak: LeakFinder;
  round: 1 | 2;
};

/** Characters of a sentence or a claim, of a line, of the conclusion as a whole; what is longer is read so far. */
const longest = { sentence: 300, line: 120, conclusion: 800, read: 2000 };
const mostParts = 40;

/**
 * Checks what a model wrote, sentence by sentence: that each claim rests on given provisions and on words that stand in
 * them, that they bear it out, that numbers and days come from somewhere and sums are right, that nothing leaks.
 */
export function checkAnswer(input: CheckAnswerInput): CheckedAnswer {
  const { given, sources, deskData, leak, round } = input;
  const answer = readableAnswer(input.answer, mostParts);
  const checks: TraceCheck[] = [];
  const tell = (kind: TraceCheck['kind'], subject: string, why: string) => {
    checks.push({ round, kind, subject: subject.slice(0, longest.sentence), ok: why === '', why });
    return why;
  };
  const texts = [...sources, ...[...given.values()].map(({ text }) => text)];
  const unsafe = (text: string, most: number): string[] => {
    const read = text.slice(0, longest.read);
    const lines = strayLines(read, deskData);
    const leaked = leak(read) ?? (lines.length > 0 ? `“${lines.join('”“')}”不是我们给出的号码` : null);
    const unfit = unfitWords(read);
    return [
      ...(pointer.test(read) ? [tell('citation', text, '自行写了法律名称或条号')] : []),
      ...(leaked === null ? [] : [tell('leak', text, leaked)]),
      ...(unfit === null ? [] : [tell('support', text, unfit)]),
      ...(text.length > most ? [tell('support', text, '太长')] : []),
    ];
  };
  const calculations = answer.calculations.filter(({ what }) => unsafe(what, longest.line).length === 0);
  const sums = checkCalculations(calculations, knownNumbers(texts), round);
  checks.push(...sums.map(({ check }) => check));
  const sound = sums.filter(({ check }) => check.ok);
  const known = knownNumbers(
    texts,
    sound.map(({ result }) => result),
  );
  const right = sound.filter(({ what }) => {
    const stray = strayNumbers(what, known).filter((number) => /[元万亿]/u.test(number));
    if (stray.length > 0) tell('number', what, `“${stray.join('”“')}”没有出处`);
    return stray.length === 0;
  });

  const wordFaults = (text: string, from = known): string[] => {
    const faults = unsafe(text, longest.sentence);
    const stray = strayNumbers(text.slice(0, longest.read), from);
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
        text.slice(0, longest.read),
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
    return {
      ...{ condition: onOneLine(condition), text: onOneLine(text), faults, doubts },
      provisions: quoted.map(({ hit, words }) => ({ hit, words })),
    };
  });
  const missingFacts = answer.missingFacts.map(({ question, why }) => ({
    ...{ question: onOneLine(question), why: onOneLine(why) },
    faults: unsafe(onOneLine(`${question}${why}`), 2 * longest.line),
  }));
  const evidence = answer.evidence
    .filter((line) => line !== '')
    .map((line) => ({ text: onOneLine(line), faults: unsafe(line, longest.line) }));
  return {
    ...{ conclusion: checkConclusion(), claims, missingFacts, evidence, checks },
    calculations: right.map(({ line }) => line),
  };

  /**
   * Sentence by sentence, and as a whole: a passage of the instructions may be strewn over several sentences. Its numbers may
   * not come from provisions that no sound claim rests on.
   */
  function checkConclusion(): CheckedAnswer['conclusion'] {
    const rested = claims.filter(({ faults }) => faults.length === 0).flatMap(({ provisions }) => provisions);
    const borne = knownNumbers(
      [...sources, ...rested.map(({ hit }) => hit.text)],
      sound.map(({ result }) => result),
    );
    let length = 0;
    const sentences = sentencesOf(answer.conclusion).map((text) => {
      length += text.length;
      const over = length > longest.conclusion ? [tell('support', text, '结论太长')] : [];
      return { text, faults: [...wordFaults(text, borne), ...over] };
    });
    const kept = sentences.filter(({ faults }) => faults.length === 0);
    const strewn = kept.length > 1 ? leak(kept.map(({ text }) => text).join('')) : null;
    if (strewn === null) return sentences;
    tell('leak', answer.conclusion, strewn);
    return sentences.map(({ text, faults }) => ({ text, faults: [...faults, strewn] }));
  }
}

const onOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();

/** By the provision that bears it out best, or by all of them together. */
function judge(claim: string, provisions: readonly string[]) {
  const alone = provisions.map((provision) => judgeSupport({ claim, provision }));
  const all = provisions.length > 1 ? [judgeSupport({ claim, provision: provisions.join('\n') }), ...alone] : alone;
  const order = ['supported', 'none-claimed', 'doubtful', 'contradicted'];
  return all.reduce((best, one) => (order.indexOf(one.support) < order.indexOf(best.support) ? one : best));
}

const sentencesOf = (text: string) => text.split(/(?<=[。！？\n])/u).filter((sentence) => sentence.trim() !== '');
