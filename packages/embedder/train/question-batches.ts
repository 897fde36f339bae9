import type { Batch } from './kernel/create-kernel.ts';
import { shuffled } from './random.ts';
import type { Recipe } from './recipe.ts';

/** A text and the provisions that answer it. */
export interface Pupil {
  /** Its place in the rows. */
  row: number;
  provisions: readonly number[];
}

export interface QuestionLessons {
  pupils: readonly Pupil[];
  /** Of each provision, whose rows come first. Equal for the versions of one article: neither is a wrong answer where the other is right. */
  articleOf: Int32Array;
}

export interface QuestionBatch {
  /** 0 at the first batch, 1 after the last. */
  progress: number;
  batch: Batch;
}

export const countQuestionSteps = ({ epochs, batch }: Recipe['questions'], pupils: number) =>
  epochs * Math.ceil(pupils / batch);

/** All batches of the second stage: every pupil once an epoch, with one of its provisions, and random provisions besides. */
export function* questionBatches(
  { pupils, articleOf }: QuestionLessons,
  { epochs, batch: size, negatives }: Recipe['questions'],
  random: () => number,
): Generator<QuestionBatch> {
  const pick = (count: number) => Math.floor(random() * count);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(pupils.length, random);
    for (let from = 0; from < order.length; from += size) {
      const chosen = Array.from(order.subarray(from, from + size), (at) => pupils[at] ?? { row: 0, provisions: [] });
      const right = Int32Array.from({ length: chosen.length + negatives }, (_, j) => {
        const own = chosen[j]?.provisions;
        return own ? (own[pick(own.length)] ?? 0) : pick(articleOf.length);
      });
      yield {
        progress: (epoch + from / order.length) / epochs,
        batch: {
          left: Int32Array.from(chosen, ({ row }) => row),
          right,
          neutral: alsoRight(chosen, right, articleOf),
          salt: Math.floor(random() * 4294967296),
        },
      };
    }
  }
}

/** Places (left × rights + right) of right texts that some version of another of the question's provisions is. */
function alsoRight(pupils: readonly Pupil[], right: Int32Array, articleOf: Int32Array): number[] {
  const columns = new Map<number, number[]>();
  for (const [j, provision] of right.entries()) {
    const article = articleOf[provision] ?? -1;
    const others = columns.get(article);
    if (others) others.push(j);
    else columns.set(article, [j]);
  }
  return pupils.flatMap(({ provisions }, i) => {
    const articles = new Set(provisions.map((provision) => articleOf[provision] ?? -1));
    return [...articles].flatMap((article) =>
      (columns.get(article) ?? []).filter((j) => j !== i).map((j) => i * right.length + j),
    );
  });
}
