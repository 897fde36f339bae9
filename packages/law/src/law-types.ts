/** The same closed sets as in `@lutai/contracts`; this package may import nothing of ours. */
export type LawLevel =
  | 'constitution'
  | 'law'
  | 'administrative-regulation'
  | 'interpretation'
  | 'departmental-rule'
  | 'local-regulation'
  | 'other';

/** Whence a date was read. `later-version` is given by `arrangeVersions` only. */
export type DateSource =
  | 'front-matter'
  | 'catalogue'
  | 'header'
  | 'closing-article'
  | 'file-name'
  | 'later-version'
  | 'none';

/** A calendar day, `YYYY-MM-DD`, in China standard time, with its source. */
export interface SourcedDay {
  day: string;
  source: DateSource;
}

/** One 款 with its 项: `text` is the 款's own words, `label` is as printed (「（一）」). */
export interface Paragraph {
  text: string;
  items: { label: string; text: string }[];
}

export interface ParsedProvision {
  /** 1-based place in the file. */
  ordinal: number;
  /** `article` is a 条; `paragraph` is a numbered paragraph of a text (or of a part of one) that has no 条. */
  kind: 'article' | 'paragraph';
  /** 「第五百七十七条」, 「第一百三十三条之一」, or 「第3段」. */
  article: string;
  /** Headings above it, outermost first: part (编), 分编, 章, 节. */
  path: string[];
  /** The words without the article label; 款 and 项 are lines, joined by `\n`. */
  text: string;
  paragraphs: Paragraph[];
}

export interface ParsedLaw {
  /** Full official title. */
  title: string;
  /** `normaliseTitle(title)`: equal for two spellings of one title. */
  titleKey: string;
  /** The part that this file holds (the Civil Code comes in eight), from a second `#` heading. */
  part: string | null;
  level: LawLevel;
  levelSource: 'front-matter' | 'file' | 'title' | 'none';
  issuer: string | null;
  /** Day on which this version (not the first one) was promulgated, or passed where the text says no more. */
  promulgated: SourcedDay | null;
  effectiveFrom: SourcedDay | null;
  /** Exclusive: the first day on which this version no longer applies, where front matter or our catalogue says so. */
  statedEffectiveTo: SourcedDay | null;
  /** Full titles that this law replaces from its `effectiveFrom`, by front matter, else by its 「…同时废止」. */
  supersedes: string[];
  source: string | null;
  /** Lines of the header between title and body: adoption, amendments, promulgation. */
  history: string[];
  /** What stands before the first heading or article: address, purpose, table of contents. */
  preamble: string;
  /** Every heading of the body in order, as it reads after inner spaces are removed. */
  headings: string[];
  provisions: ParsedProvision[];
  /** Lines of the body that begin with 第…条, counted without understanding them (see the accounting report). */
  articleLines: number;
  /** What a person should look at, in Chinese. */
  warnings: string[];
}

export interface ParseOptions {
  /** Path of the file as given, `/` or `\` separated; folder and name are hints to level and date. */
  file: string;
}

export interface ParsedCase {
  title: string;
  question: string;
  answer: string;
  /** As the front matter has it (one of the areas of `@lutai/contracts` in our own cases), else null. */
  area: string | null;
  /** Canonical where the law is named in full or by a well-known short name, else as written. No duplicates. */
  citations: string[];
}

export type LawTextErrorCode = 'empty' | 'not-text' | 'no-title' | 'no-body' | 'bad-front-matter';

/** A file that cannot be read as a law or a case. `message` is Chinese and names what is wrong. */
export class LawTextError extends Error {
  readonly code: LawTextErrorCode;
  constructor(code: LawTextErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'LawTextError';
    this.code = code;
  }
}
