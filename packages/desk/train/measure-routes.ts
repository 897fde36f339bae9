import type { Lexicon } from '../src/drafting/routes/learnt/features.ts';
import { learntThresholds } from '../src/drafting/routes/learnt/judge-learnt-route.ts';
import { createLearntRoutes, type RouteShares } from '../src/drafting/routes/learnt/learnt-routes.ts';
import { trainRoutes } from '../src/drafting/routes/learnt/train-routes.ts';
import type { ReadExample } from './read-route-examples.ts';

const folds = 5;

/** Five-fold cross-validation: of each route, how many are found, and how many of those to be answered are taken for it. */
export function measureRoutes(examples: readonly ReadExample[], lexicon: Lexicon) {
  const fold = examples.map(({ text }) => hashOf(text) % folds);
  const shares: RouteShares[] = [];
  for (let held = 0; held < folds; held += 1) {
    const fitted = trainRoutes(
      examples.filter((_, index) => fold[index] !== held),
      lexicon,
    );
    const learnt = createLearntRoutes(fitted, lexicon);
    for (const [index, { text }] of examples.entries()) if (fold[index] === held) shares[index] = learnt(text);
  }
  return Object.entries(learntThresholds).map(([route, threshold]) => {
    const taken = (index: number) => (shares[index]?.[route as keyof RouteShares] ?? 0) >= threshold;
    const among = (belongs: (example: ReadExample) => boolean) => {
      const indexes = [...examples.keys()].filter((index) =>
        belongs(examples[index] ?? { text: '', route: 'answer', kind: 'question' }),
      );
      return `${indexes.filter(taken).length}/${indexes.length}`;
    };
    return {
      ...{ route, threshold },
      found: among((example) => example.route === route),
      'near misses taken': among(({ route: own, kind }) => own === 'answer' && kind === 'written'),
      'questions taken': among(({ kind }) => kind === 'question'),
    };
  });
}

function hashOf(text: string): number {
  let hash = 7;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
