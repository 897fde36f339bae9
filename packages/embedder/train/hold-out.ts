import { createRandom, shuffled } from './random.ts';
import type { LabelledQuestion } from './training-data.ts';

/** Keeps a share of each source's questions out of training, the same ones for one seed. */
export function holdOut(questions: readonly LabelledQuestion[], share: number, seed: number) {
  const random = createRandom(seed);
  const held = new Set<LabelledQuestion>();
  for (const source of ['stard', 'own'] as const) {
    const own = questions.filter((question) => question.source === source);
    for (const place of shuffled(own.length, random).slice(0, Math.round(own.length * share))) {
      const question = own[place];
      if (question) held.add(question);
    }
  }
  return { trained: questions.filter((question) => !held.has(question)), held: [...held] };
}
