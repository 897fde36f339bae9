import { themeFrom } from '../src/review/learnt/find-learnt-terms.ts';
import { createLearntTerms } from '../src/review/learnt/learnt-terms.ts';
import { trainTerms } from '../src/review/learnt/train-terms.ts';
import type { TermExample } from './read-term-examples.ts';

const folds = 5;
const thresholds = [0.4, 0.5, 0.6, 0.7, 0.8];

/**
 * Five-fold cross-validation; what has one source (a contract) stays in one fold. Of the sentences of contracts: doubtful ones
 * found and precision, threshold by threshold, and how often the theme is right, where it is said and where it is not.
 */
export function measureTerms(sentences: readonly TermExample[], contracts: readonly TermExample[]) {
  const all = [...sentences, ...contracts];
  const themes = new Set(all.flatMap(({ theme }) => (theme === null ? [] : [theme])));
  const foldOf = ({ source }: TermExample) => hashOf(source) % folds;
  const shares = new Map<TermExample, number>();
  const told = { of: 0, right: 0, sure: 0, sureAndRight: 0 };
  for (let held = 0; held < folds; held += 1) {
    const learnt = createLearntTerms(trainTerms([...all, ...contracts].filter((one) => foldOf(one) !== held)));
    for (const one of all) {
      if (foldOf(one) !== held) continue;
      shares.set(one, learnt.doubtOf(one.text));
      if (!one.isDoubtful || one.theme === null || !contracts.includes(one)) continue;
      const [first] = learnt.themesOf(one.text, themesFor(one, themes));
      if (first === undefined) continue;
      const isRight = one.theme === first.id || (one.alsoRight ?? []).includes(first.id);
      told.of += 1;
      told.right += Number(isRight);
      told.sure += Number(first.share >= themeFrom);
      told.sureAndRight += Number(isRight && first.share >= themeFrom);
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
  return { rows, told };
}

/** Those of the type of contract, which its id begins with, and the common ones. */
function themesFor({ source }: TermExample, themes: ReadonlySet<string>): ReadonlySet<string> {
  const type = source.split('-')[0] ?? '';
  return new Set([...themes].filter((id) => id.startsWith(type) || id.startsWith('common')));
}

function hashOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
