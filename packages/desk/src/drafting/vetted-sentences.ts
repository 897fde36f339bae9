import { claimsOf, type DeadlineCatalogue, findCitations, plainWords } from '@lutai/law';
import type { AreaKnowledge, AreaStep } from './area-schema.ts';

/** Whether a sentence, with its citations, stands in the desk's own guidance, where people checked it when it was written. */
export type IsVetted = (sentence: string) => boolean;

/**
 * The sentences of the guidance as drafts carry them. Their support is not judged anew in each draft; when a provision
 * that one rests on changes, the guidance comes before the knowledge manager (`reviews/`).
 */
export function createVettedSentences(
  areas: readonly AreaKnowledge[],
  { kinds }: DeadlineCatalogue,
  others: readonly string[] = [],
): IsVetted {
  const texts = [
    ...others,
    ...areas.flatMap(({ steps, evidence }) => [...steps.flatMap(linesOf), ...evidence.map(({ text }) => text)]),
    ...kinds.flatMap(({ name, period, rules, runsFrom, note }) =>
      rules.map(({ citation }) => `**${name}**：${period}（${citation}）。起算：${runsFrom}。\n${note}`),
    ),
  ];
  const known = new Set(
    texts.flatMap((text) => claimsOf(text, findCitations(text)).map((claim) => wordsOf(claim.text))),
  );
  return (sentence) => known.has(wordsOf(sentence));
}

const linesOf = ({ text, where, cost, time }: AreaStep): string[] => [
  text,
  ...(where ? [`去哪里：${where}`] : []),
  ...(cost ? [`费用：${cost}`] : []),
  ...(time ? [`时间：${time}`] : []),
];

const wordsOf = (sentence: string): string => plainWords(sentence).words;
