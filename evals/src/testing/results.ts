import type { RetrievalRun } from '../run/retrieval-run.ts';
import type { QuestionResult } from '../scoring/question-result.ts';
import { scoreQuestion } from '../scoring/question-result.ts';

/** A result whose labelled provisions were found at these ranks; `isSeen` says whether training named them. */
export function resultOf(
  id: string,
  ranks: readonly (number | null)[],
  { area = null, isSeen = false }: { area?: string | null; isSeen?: boolean } = {},
): QuestionResult {
  const labels = ranks.map((_, i) => ({ provisionId: `${id}-${i}`, citation: `示例法第${i}条`, gain: 1 }));
  const ranked = Array.from({ length: 100 }, (_, i) => {
    const label = ranks.indexOf(i + 1);
    return label < 0 ? `other-${i}` : `${id}-${label}`;
  });
  const named = { trainQuestions: new Set(isSeen ? labels.map(({ citation }) => citation) : []), anyTraining: null };
  return { ...scoreQuestion({ id, text: '', area, labels }, ranked, named), fold: null, latencyMs: 1 };
}

export function runOf(results: QuestionResult[], hash = 'questions'): RetrievalRun {
  const header = { set: 'small', split: 'test', queries: results.length, questionsHash: hash, corpusHash: 'corpus' };
  return { header: { ...header, modelId: 'model', folds: null }, results, ablation: [] };
}
