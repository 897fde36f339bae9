import { EvaluationInputError } from '../input-error.ts';
import { readText } from './read-lines.ts';

export interface KnownIds {
  hasQuestion: (id: string) => boolean;
  hasDocument: (id: string) => boolean;
}

/**
 * Question → its documents with scores above 0, in the file's order, from a `qrels` file: a heading, then question, document
 * and score with tabs between. Throws for a row that names what is not there, and where no question is labelled.
 */
export function readLabels(file: string, known: KnownIds): Map<string, Map<string, number>> {
  const labels = new Map<string, Map<string, number>>();
  const scores = new Map<string, number>();
  for (const [i, text] of readText(file).split(/\r?\n/u).entries()) {
    if (text.trim() === '') continue;
    const [question = '', document = '', written = ''] = text.split('\t').map((field) => field.trim());
    const score = written === '' ? Number.NaN : Number(written);
    if (i === 0 && Number.isNaN(score)) continue;
    const refuse = (reason: string) => new EvaluationInputError(`${file} 第 ${i + 1} 行：${reason}`);
    if (!Number.isFinite(score)) throw refuse('须是问题、条文和分数三列，以制表符分隔。');
    if (!known.hasQuestion(question)) throw refuse(`queries.jsonl 里没有问题 ${question}。`);
    if (!known.hasDocument(document)) throw refuse(`corpus.jsonl 里没有条文 ${document}。`);
    const pair = `${question}\t${document}`;
    if (scores.has(pair) && scores.get(pair) !== score) throw refuse(`${question} 与 ${document} 前面已有另一个分数。`);
    scores.set(pair, score);
    if (score <= 0) continue;
    const own = labels.get(question) ?? new Map<string, number>();
    labels.set(question, own.set(document, score));
  }
  if (labels.size === 0) throw new EvaluationInputError(`${file} 没有一个分数大于 0 的标注。`);
  return labels;
}
