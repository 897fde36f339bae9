import type { Batch } from './contrastive-step.ts';
import type { LessonTexts } from './lesson-texts.ts';
import { createRandom, shuffled } from './random.ts';
import type { Recipe } from './recipe.ts';
import type { FeatureRows } from './vocabulary.ts';

export interface Lesson {
  stage: 'language' | 'questions';
  /** 0 at the first step of its stage, 1 at the end. */
  progress: number;
  batch: Batch;
}

export interface LessonPlan {
  layout: Omit<LessonTexts, 'texts'>;
  rows: FeatureRows;
  provisionCount: number;
  /** Labels of each question. */
  labels: Int32Array[];
}

export function countSteps({ language, questions }: Recipe, plan: Pick<LessonPlan, 'labels' | 'layout'>): number {
  const pupils = leftTexts(plan, questions.answers).length;
  const perEpoch = Math.ceil(pupils / questions.batch);
  return language.steps + perEpoch * questions.epochs * (questions.rehearse ? 2 : 1);
}

/** The batches in order. Every thread makes them for itself from the same seed. */
export function* planLessons(recipe: Recipe, plan: LessonPlan): Generator<Lesson> {
  const random = createRandom(recipe.seed);
  const language = languageBatches(recipe.language.batch, plan, random);
  for (let step = 0; step < recipe.language.steps; step += 1) {
    yield { stage: 'language', progress: step / recipe.language.steps, batch: language.next().value };
  }
  const { epochs, batch, negatives, rehearse, answers } = recipe.questions;
  const pupils = leftTexts(plan, answers);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const order = shuffled(pupils.length, random);
    for (let from = 0; from < order.length; from += batch) {
      const progress = (epoch + from / order.length) / epochs;
      const chosen = Array.from(order.subarray(from, from + batch), (at) => pupils[at] ?? { row: 0, question: 0 });
      yield { stage: 'questions', progress, batch: questionBatch(plan, chosen, negatives, random) };
      if (rehearse) yield { stage: 'language', progress: 1, batch: language.next().value };
    }
  }
}

interface Pupil {
  row: number;
  question: number;
}

function leftTexts({ labels, layout }: Pick<LessonPlan, 'labels' | 'layout'>, answers: boolean): Pupil[] {
  const asked = labels.map((_, question) => ({ row: layout.questions + question, question }));
  if (!answers) return asked;
  const answered = asked.flatMap(({ question }) => {
    const row = layout.answerOf[question] ?? -1;
    return row < 0 ? [] : [{ row, question }];
  });
  return [...asked, ...answered];
}

/** Halves of a provision on odd steps; headings against one half on even ones. */
function* languageBatches(size: number, plan: LessonPlan, random: () => number): Generator<Batch, never> {
  const { layout, rows } = plan;
  const filled = (row: number) => (rows.start[row + 1] ?? 0) > (rows.start[row] ?? 0);
  for (let step = 0; ; ) {
    const order = shuffled(plan.provisionCount, random).filter((p) => filled(layout.secondHalves + p));
    for (let from = 0; from + size <= order.length; from += size, step += 1) {
      const own = order.subarray(from, from + size);
      const headings = step % 2 === 0;
      const first = random() < 0.5;
      const left = first ? layout.firstHalves : layout.secondHalves;
      const right = first ? layout.secondHalves : layout.firstHalves;
      const group = headings ? layout.headerOf : layout.articleOf;
      yield {
        texts: rows,
        left: own.map((p) => (headings ? (layout.headerOf[p] ?? 0) : left + p)),
        right: own.map((p) => right + p),
        alsoRight: (i, j) => group[own[i] ?? 0] === group[own[j] ?? 0],
        salt: Math.floor(random() * 4294967296),
      };
    }
  }
}

function questionBatch(plan: LessonPlan, pupils: Pupil[], negatives: number, random: () => number): Batch {
  const { labels, layout } = plan;
  const pick = (count: number) => Math.floor(random() * count);
  const right = Int32Array.from({ length: pupils.length + negatives }, (_, j) => {
    const own = labels[pupils[j]?.question ?? -1];
    return own ? (own[pick(own.length)] ?? 0) : pick(plan.provisionCount);
  });
  const articles = pupils.map(
    ({ question }) => new Set(Array.from(labels[question] ?? [], (p) => layout.articleOf[p] ?? -1)),
  );
  return {
    texts: plan.rows,
    left: Int32Array.from(pupils, ({ row }) => row),
    right: right.map((provision) => layout.passages + provision),
    alsoRight: (i, j) => articles[i]?.has(layout.articleOf[right[j] ?? 0] ?? -1) ?? false,
    salt: Math.floor(random() * 4294967296),
  };
}
