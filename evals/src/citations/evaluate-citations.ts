import type { CiteCheck } from './check-over-laws.ts';
import type { LabelledText } from './citation-set.ts';
import { type CheckedText, type CitationReport, scoreCitations } from './score-citations.ts';

/** Checks every text as of its day and scores what was found against the labels. */
export async function evaluateCitations(
  set: readonly LabelledText[],
  check: CiteCheck,
  onProgress: (done: number) => void = () => {},
): Promise<CitationReport> {
  const checked: CheckedText[] = [];
  for (const labelled of set) {
    const { citations } = await check({ text: labelled.text, asOf: labelled.asOf });
    checked.push({ labelled, citations });
    onProgress(checked.length);
  }
  return scoreCitations(checked);
}
