/** A run of text; one that stands for a value not yet known reads 【待补：…】. */
export interface DocumentSpan {
  text: string;
  missing: boolean;
}

export const blockKinds = [
  'title',
  'subtitle',
  /** Flush left, without a number: 诉讼请求. */
  'heading',
  /** Numbered over the whole document: 一、 */
  'section',
  /** Numbered over the whole document: 第一条 */
  'article',
  /** Numbered from 1 under each heading, section and article: 1． */
  'item',
  'paragraph',
  /** Flush left, without an indent. */
  'line',
  'party',
  /** 此致 and who is addressed. */
  'greeting',
  'addressee',
  /** Where somebody signs or seals by hand; room is left after it. */
  'signature',
  'date',
  'attachment',
] as const;
export type BlockKind = (typeof blockKinds)[number];

/** One paragraph; its number, where it has one, is the beginning of its first span. */
export interface DocumentBlock {
  kind: BlockKind;
  spans: DocumentSpan[];
}

/** How it is laid out: a paper for a court or an authority, a contract, or a letter. */
export type DocumentLayout = 'court' | 'contract' | 'letter';

export interface DocumentTree {
  template: string;
  title: string;
  layout: DocumentLayout;
  blocks: DocumentBlock[];
  /** What the user must know and do, on a page of its own that is not handed in; empty without any. */
  notice: string[];
}

export const blockText = ({ spans }: DocumentBlock): string => spans.map(({ text }) => text).join('');

/** The words of the document, one line for each block; the page of notes is left out. */
export const documentText = ({ blocks }: DocumentTree): string => blocks.map(blockText).join('\n');
