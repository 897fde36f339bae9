import type { DocumentTree } from '../templates/document-tree.ts';
import type { WritableAnswer } from './answer.ts';

/** A document as it is taken out of the desk. */
export interface WritableDocument
  extends Pick<WritableAnswer, 'number' | 'madeByAi' | 'id' | 'contentHash' | 'approval' | 'writtenAt' | 'producer'> {
  tree: DocumentTree;
  /** The copy that an approval signs and that is sent: it says nothing of the approval, which is made of its bytes. */
  toBeSigned?: boolean;
}

export const documentFormats = ['docx', 'html'] as const;
export type DocumentFileFormat = (typeof documentFormats)[number];
