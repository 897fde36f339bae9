import type { LexicalIndex } from '../lexical/lexical-index.ts';
import type { AnsweredQuestions, AnsweredSources } from '../memory/answered-questions.ts';
import { cosinesAt, type VectorTable } from '../vectors/vector-table.ts';
import type { AskedQuestion } from './features.ts';
import { spreadOf } from './fuse.ts';
import { topPlaces } from './top-places.ts';

/** Cosines are averaged over a sample of about this many provisions. */
const SAMPLE = 1024;
/** So many provisions are put forward for their words. */
const WORDED = 100;

export interface SignalSources {
  table: VectorTable;
  lexical: LexicalIndex;
  answered: AnsweredQuestions;
}

/**
 * What is known of a question before any provision is looked at twice. Nothing waits in here and the result is to be used
 * before the next question: the lexical scores lie in an array that is used again.
 */
export function readSignals(
  { table, lexical, answered }: SignalSources,
  question: { text: string; vector: Float32Array; near: readonly number[]; allowed: Uint8Array; worded?: number },
  sources?: AnsweredSources,
): AskedQuestion {
  const { text, vector, near, allowed } = question;
  const size = table.scales.length;
  const scores = lexical.score(text);
  const sample = cosinesAt(table, everyNth(size, Math.ceil(size / SAMPLE)), vector);
  return {
    text,
    vector,
    near,
    allowed,
    worded: topPlaces(scores, Math.min(question.worded ?? WORDED, size), allowed, 0),
    lexical: scores,
    cosineSpread: spreadOf(sample),
    lexicalSpread: spreadOf(scores),
    answered: answered.compare(vector, sources),
  };
}

function everyNth(size: number, step: number): Uint32Array {
  const places = new Uint32Array(size === 0 ? 0 : Math.ceil(size / step));
  for (let i = 0; i < places.length; i += 1) places[i] = i * step;
  return places;
}
