import type { Example } from './collect-examples.ts';

/** Part of the loss is taken of scores divided by a temperature, so that right candidates far down count too. */
export interface Tail {
  share: number;
  temperature: number;
}

/**
 * Each right candidate against the wrong ones of its question (softmax), averaged over the right ones; with the gradient by
 * each score. A wrong candidate counts as many times as it stands for.
 */
export function rankingLoss(scores: Float64Array, example: Pick<Example, 'right' | 'standsFor'>, tail: Tail) {
  const pull = new Float64Array(scores.length);
  const sharp = against(scores, example, 1, 1 - tail.share, pull);
  const flat = tail.share === 0 ? 0 : against(scores, example, tail.temperature, tail.share, pull);
  return { loss: sharp + flat, pull };
}

/** Adds the gradient of `share` × `temperature` × the loss of scores ÷ `temperature`; gives that loss. */
function against(
  scores: Float64Array,
  { right, standsFor }: Pick<Example, 'right' | 'standsFor'>,
  temperature: number,
  share: number,
  pull: Float64Array,
): number {
  const highest = scores.reduce((best, score) => Math.max(best, score), Number.NEGATIVE_INFINITY);
  const weight = scores.map((score, r) => (standsFor[r] ?? 1) * Math.exp((score - highest) / temperature));
  let wrong = 0;
  for (let r = right; r < weight.length; r += 1) wrong += weight[r] ?? 0;
  let [loss, missed] = [0, 0];
  for (let r = 0; r < right; r += 1) {
    const own = weight[r] ?? 0;
    const missing = wrong / (own + wrong + 1e-300);
    loss += Math.log((own + wrong + 1e-300) / (own + 1e-300));
    missed += missing / (wrong + 1e-300);
    pull[r] = (pull[r] ?? 0) - (share * missing) / right;
  }
  for (let r = right; r < weight.length; r += 1) {
    pull[r] = (pull[r] ?? 0) + (share * missed * (weight[r] ?? 0)) / right;
  }
  return (share * temperature * loss) / right;
}
