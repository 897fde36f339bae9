import type { LawLevel } from '../law-types.ts';
import type { VersionHint } from './version-hints.ts';

/** 条 with 款 and 项 within it; `paragraph` and `item` are 1-based, null where not named. */
export interface CitationTarget {
  /** 「第五百七十七条」. */
  article: string;
  paragraph: number | null;
  item: number | null;
}

/** A passage between quotation marks that is given as the words of a provision; `start`/`end` are its offsets. */
export interface Quotation {
  text: string;
  start: number;
  end: number;
  /** Introduced as the provision's words (「规定：“…”」); else it may be words about it. */
  sure: boolean;
}

/** What a text says, before anything is looked up. `start`/`end` are UTF-16 offsets, end exclusive. */
export interface CitationMention {
  kind: 'provision' | 'law' | 'heading' | 'document-number' | 'case-number' | 'unreadable';
  raw: string;
  start: number;
  end: number;
  /** Name as written without 《》, resolved for 本法/该法/同法; null where the text names none. */
  lawName: string | null;
  /** Whether the name stood in book marks; without them its beginning is a guess. */
  marked: boolean;
  /** The version meant, where the text says one. */
  version: VersionHint;
  /** One for an article, several for a range or several 款/项; empty for a mention of a law as a whole. */
  targets: CitationTarget[];
  /** 「第三编」, 「第八章」, 「附则」 of a mention of a part of a law, outermost first. */
  headings: string[];
  /** What the text quotes as the words of the provision, in order. */
  quotes: Quotation[];
  /** Mentions of one list (「第一条、第二条规定：“…”」) share a group. */
  group: number;
}

export type CitationState = 'ok' | 'not-found' | 'not-in-force' | 'misquoted' | 'ambiguous' | 'unchecked';

export interface ResolvedCitation {
  provisionId: string;
  lawId: string;
  versionId: string;
  /** Canonical: 「《中华人民共和国民法典》第五百七十七条」. */
  citation: string;
  law: string;
  article: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  text: string;
}

/** How one citation stands, and where it leads. */
export interface Verdict {
  state: CitationState;
  resolved: ResolvedCitation | null;
  note: string;
}

/** The same shape as `citationSchema` of `@lutai/contracts`. The citations of a range share one span. */
export interface CheckedCitation {
  raw: string;
  start: number;
  end: number;
  state: CitationState;
  resolved: ResolvedCitation | null;
  note: string;
}

export interface CatalogueLaw {
  lawId: string;
  title: string;
}

export interface CatalogueVersion {
  versionId: string;
  promulgatedOn: string | null;
  effectiveFrom: string | null;
  /** Exclusive. */
  effectiveTo: string | null;
}

export interface CatalogueProvision {
  provisionId: string;
  article: string;
  text: string;
  /** Headings above it, outermost first. */
  path?: readonly string[];
}

/** What `checkCitations` asks of a corpus. Synchronous: the caller preloads. */
export interface LawCatalogue {
  /** Laws that a name may mean: one when clear, several when ambiguous, none when unknown. */
  findLaws(name: string): CatalogueLaw[];
  versions(lawId: string): CatalogueVersion[];
  /** `article` is a label as `articleLabel` writes it. */
  provision(versionId: string, article: string): CatalogueProvision | null;
  /** Every distinct path of headings of a version; left out where the caller cannot know them. */
  paths?(versionId: string): readonly (readonly string[])[];
  /** Length of the longest title that a text ends with, 0 for none; lets names without book marks be told apart. */
  titleAtEnd?(text: string): number;
}

export interface CatalogueEntry {
  lawId: string;
  title: string;
  level?: LawLevel;
  versions: (CatalogueVersion & { provisions: Iterable<CatalogueProvision> })[];
}
