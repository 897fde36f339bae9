import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { DocumentError } from './document-error.ts';
import { maxFileBytes } from './limits.ts';
import { type ReadDocument, readDocument, tooLarge } from './read-document.ts';

/** Reads a file of the disk; its size is looked at before a byte of it is read. */
export async function readDocumentFile(file: string): Promise<ReadDocument> {
  const { size } = await stat(file);
  if (size > maxFileBytes) throw new DocumentError('too-large', tooLarge(size, maxFileBytes));
  return readDocument(await readFile(file), { name: path.basename(file) });
}
