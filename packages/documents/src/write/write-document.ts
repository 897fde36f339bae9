import type { DocumentFileFormat, WritableDocument } from './writable-document.ts';
import { writeDocumentDocx } from './write-document-docx.ts';
import { writeDocumentHtml } from './write-document-html.ts';

/** The document as the bytes of a file, with the labels of text that a machine had a part in. */
export async function writeDocument(format: DocumentFileFormat, document: WritableDocument): Promise<Uint8Array> {
  return format === 'docx' ? writeDocumentDocx(document) : Buffer.from(writeDocumentHtml(document), 'utf8');
}
