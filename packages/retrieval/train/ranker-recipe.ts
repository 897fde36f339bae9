import type { Tail } from './ranking-loss.ts';

/** Everything that the second stage depends on, besides the model and the texts. */
export interface RankerRecipe {
  seed: number;
  /** In so many parts the questions are dealt: each part's examples come from a model that never saw it. */
  parts: number;
  /** Our own questions that it learns from, at most. */
  ownExamples: number;
  /** Wrong candidates of an example: the nearest ones, and others by chance, which stand for all others. */
  nearestWrong: number;
  otherWrong: number;
  tail: Tail;
  /** Nets of other seeds whose scores are averaged. */
  nets: number;
  hidden1: number;
  hidden2: number;
  epochs: number;
  /** Questions a step. */
  batch: number;
  learningRate: number;
  decay: number;
}

export const rankerRecipe: RankerRecipe = {
  seed: 20250423,
  parts: 5,
  ownExamples: 3000,
  nearestWrong: 90,
  otherWrong: 60,
  tail: { share: 0.5, temperature: 3 },
  nets: 2,
  hidden1: 32,
  hidden2: 16,
  epochs: 8,
  batch: 8,
  learningRate: 0.003,
  decay: 1e-4,
};
