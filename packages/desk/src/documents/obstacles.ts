import type { FieldProblem, MissingField } from '@lutai/contracts';
import type { MadeFrom } from './document-rows.ts';

const shown = 10;

/** Why what a document was made from is not complete, a sentence each; its citations are another matter. */
export function obstaclesOf({
  missing,
  problems,
  review,
}: Pick<MadeFrom, 'missing' | 'problems' | 'review'>): string[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const undecided = undecidedOf(review);
  return [
    ...(missing.length > 0 ? [`还缺 ${missing.length} 项：${labels(missing)}。请补齐。`] : []),
    ...errors.map(({ message }: FieldProblem) => (/[。！？]$/u.test(message) ? message : `${message}。`)),
    ...(undecided > 0 ? [`还有 ${undecided} 处审查意见没有处理。请逐一采纳或不采纳。`] : []),
  ];
}

export const undecidedOf = (review: MadeFrom['review']): number =>
  review?.findings.filter(({ decision }) => decision === null).length ?? 0;

const labels = (missing: readonly MissingField[]): string => {
  const named = missing.slice(0, shown).map(({ label }) => label);
  return `${named.join('、')}${missing.length > shown ? '等' : ''}`;
};
