import { EvaluationInputError } from '../input-error.ts';

type Identified = { readonly id: string };

/** Throws where two runs did not answer the same questions, naming the first of those that only one has. */
export function requireSameIds(a: readonly Identified[], b: readonly Identified[]): void {
  const [inA, inB] = [a, b].map((run) => new Set(run.map(({ id }) => id)));
  const missingInB = a.filter(({ id }) => !inB?.has(id));
  const missingInA = b.filter(({ id }) => !inA?.has(id));
  if (missingInA.length + missingInB.length === 0) return;
  const name = (missing: readonly Identified[]) => {
    const first = missing.slice(0, 3).map(({ id }) => id);
    return missing.length === 0 ? '0 个' : `${missing.length} 个（${first.join('、')}…）`;
  };
  throw new EvaluationInputError(
    `两次运行的问题不同，不能比较：只在 A 里的 ${name(missingInB)}，只在 B 里的 ${name(missingInA)}。`,
  );
}
