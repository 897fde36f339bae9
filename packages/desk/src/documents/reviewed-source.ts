import type { Database } from '@lutai/db';
import { readFile } from './document-files.ts';
import type { DocumentRow } from './document-rows.ts';
import { type ReviewedSource, sourceGone } from './reviewed-content.ts';

/** The contract that a document reviews, as it was sent in. Throws `unavailable` where its file is no longer whole. */
export async function reviewedSource(db: Database, document: DocumentRow): Promise<ReviewedSource> {
  const { sourceSha256, sourceName, sourceFormat, sourceText, title } = document;
  const bytes = sourceSha256 === null ? null : await readFile(db, sourceSha256);
  if (bytes === null || sourceName === null || sourceText === null) throw sourceGone();
  return { title, file: { name: sourceName, bytes, format: sourceFormat ?? '' }, text: sourceText };
}
