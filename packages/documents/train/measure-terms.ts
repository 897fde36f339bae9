import { createLearntTerms } from '../src/review/learnt/learnt-terms.ts';
import { trainTerms } from '../src/review/learnt/train-terms.ts';
import type { TermExample } from './read-term-examples.ts';

const folds = 5;
const thresholds = [0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * Five-fold cross-validation; what has one source (a contract) stays in one fold. Of the sentences of contracts: doubtful ones
 * found and precision, threshold by threshold; of the written ones: how often the theme is right.
 */
export function measureTerms(sentences: readonly TermExample[], contracts: readonly TermExample[]) {
  const all = [...sentences, ...contracts];
  const themes = new Set(all.flatMap(({ theme }) => (theme === null ? [] : [theme])));
  const foldOf = ({ source }: TermExample) => hashOf(source) % folds;
  const shares = new Map<TermExample, number>();
  let [themed, right] = [0, 0];
  for (let held = 0; held < folds; held += 1) {
    const learnt = createLearntTerms(trainTerms(all.filter((one) => foldOf(one) !== held)));
    for (const one of all) {
      if (foldOf(one) !== held) continue;
      const reading = learnt(one.text, themes);
      shares.set(one, reading.share);
      if (!one.isDoubtful || one.theme === null) continue;
      themed += 1;
      right += Number(reading.themes[0]?.id === one.theme);
    }
  }
  const doubtful = contracts.filter(({ isDoubtful }) => isDoubtful);
  const rows = thresholds.map((threshold) => {
    const taken = contracts.filter((one) => (shares.get(one) ?? 0) >= threshold);
    const found = taken.filter(({ isDoubtful }) => isDoubtful).length;
    return {
      threshold,
      found: `${found}/${doubtful.length}`,
      recall: (found / Math.max(1, doubtful.length)).toFixed(3),
      precision: (found / Math.max(1, taken.length)).toFixed(3),
    };
  });
  return { rows, themes: `${right}/${themed} = ${(right / Math.max(1, themed)).toFixed(3)}` };
}

function hashOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
