import type { DocumentPreview, FieldValues } from '@lutai/contracts';
import type { Database } from '@lutai/db';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { canonicalJson } from '../matters/content-hash.ts';
import { latestRevision, readMatter } from '../matters/matter-rows.ts';
import { requireDeskReader } from '../matters/permissions.ts';
import { copyLabel } from './copy-label.ts';
import { documentNotFound, findDocument, readMadeFrom } from './document-rows.ts';
import type { CopyLabel, DocumentWorks } from './document-works.ts';
import { boundedValues, mergedValues } from './field-values.ts';
import { obstaclesOf } from './obstacles.ts';

export type PreviewDocumentDeps = { db: Database; now: () => Date; works: DocumentWorks };
export type PreviewDocumentInput = {
  actor: Actor;
  documentId: string;
  /** Over the saved ones, field by field; null empties one. */
  values: FieldValues;
};

/**
 * 预览: the page as it would be with values that nobody has saved, what it then lacks and what does not hold. Writes
 * nothing and is no export: who fills in a form looks at it many times a minute. It says that it is a draft unless it is
 * what was signed. Throws `too-large` for values that no form has.
 */
export async function previewDocument(
  deps: PreviewDocumentDeps,
  input: PreviewDocumentInput,
): Promise<DocumentPreview> {
  const { db, works, now } = deps;
  const { actor, documentId, values } = input;
  requireDeskReader(actor);
  const document = await findDocument(db, documentId);
  const { templateId } = document;
  if (templateId === null) throw new DeskError('invalid-input', '审查的合同没有可填写的栏目，不能预览。');
  const revision = await latestRevision(db, document.draftId);
  if (!revision) throw documentNotFound();
  const saved = (await readMadeFrom(db, revision.id)).values;
  const shown = boundedValues(mergedValues(saved, values));
  const { number } = await readMatter(db, document.matterId);
  const isSaved = canonicalJson(shown) === canonicalJson(saved);
  const label = isSaved ? await copyLabel(db, number, revision) : unsaved(number, now());
  const { fields, missing, problems } = works.fill(templateId, shown);
  const page = await works.writeLabelled(templateId, shown, 'html', label);
  const obstacles = obstaclesOf({ missing, problems, review: null });
  return { html: Buffer.from(page).toString('utf8'), fields, missing, problems, obstacles };
}

const unsaved = (number: string, writtenAt: Date): CopyLabel => ({
  ...{ number, revisionId: '', contentHash: '', approval: null, writtenAt },
});
