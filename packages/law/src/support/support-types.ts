/**
 * Whether a provision bears a claim out: `supported` where it says so, `contradicted` where it says otherwise (another
 * number, another duty, another party), `doubtful` where it neither says so nor otherwise, and `none-claimed` where the
 * sentence says nothing about the provision but names it.
 */
export type Support = 'supported' | 'doubtful' | 'contradicted' | 'none-claimed';

/** How alike two texts are, 0 … 1; higher is more alike. An embedding model's cosine, say. */
export type TextSimilarity = (claim: string, words: string) => number;

export interface SupportInput {
  /** One sentence of an answer, as it stands there; citations inside it do not count as words. */
  claim: string;
  /** The words of the provision cited, 款 and 项 as lines, as `ParsedProvision.text` has them. */
  provision: string;
  similarity?: TextSimilarity | undefined;
}

export interface SupportJudgement {
  support: Support;
  /** In Chinese, for the person who checks: 「条文说“三年”，这里说“两年”」. Empty where nothing is to be said. */
  reasons: string[];
}

/** A legal assertion with the citations it rests on. Offsets are UTF-16 units of the text cut, end exclusive. */
export interface ClaimSentence<Citation> {
  text: string;
  start: number;
  end: number;
  citations: Citation[];
}
