import type { DocumentDetail, FieldValues } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import type { MatterRow } from '../matters/matter-rows.ts';
import { requireDrafter } from '../matters/permissions.ts';
import type { DocumentDeps } from './document-deps.ts';
import { type DocumentRow, documentNotFound, type MadeFrom } from './document-rows.ts';
import { draftedContent } from './drafted-content.ts';
import { mergedValues } from './field-values.ts';
import { reviewedContent } from './reviewed-content.ts';
import { reviewedSource } from './reviewed-source.ts';
import { saveDocument } from './save-document.ts';

export type FillDocumentInput = {
  actor: Actor;
  documentId: string;
  baseRevisionId: string;
  /** Replaces field by field; null empties one. Without any, the document is confirmed as it is. */
  values: FieldValues;
};

/** 填写: the desk fills in any field, a client those that it is asked for. Writes text and file anew. */
export async function fillDocument(deps: DocumentDeps, input: FillDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId, baseRevisionId, values } = input;
  return saveDocument(deps, {
    ...{ actor, documentId, baseRevisionId, action: 'document.filled' },
    allow: (document, matter) => requireFillable({ actor, document, matter, keys: Object.keys(values) }),
    make: (document, before) => contentWith(deps, { document, before, values }),
    details: { fields: Object.keys(values).length, by: actor.role },
  });
}

type Filling = { actor: Actor; document: DocumentRow; matter: MatterRow; keys: string[] };

function requireFillable({ actor, document, matter, keys }: Filling): void {
  if (actor.role !== 'client') {
    requireDrafter(actor);
    if (document.kind === 'reviewed' && keys.length > 0) {
      throw new DeskError('invalid-input', '审查的合同没有可填写的栏目；请逐条处理审查意见。');
    }
    return;
  }
  if (matter.clientId !== actor.id || document.requestedFields.length === 0) throw documentNotFound();
  const other = keys.find((key) => !document.requestedFields.includes(key));
  if (other !== undefined) throw new DeskError('forbidden', `“${other}”不在请您填写的栏目里。请刷新后再填写。`);
}

type Refilling = { document: DocumentRow; before: MadeFrom; values: FieldValues };

async function contentWith(deps: DocumentDeps, { document, before, values }: Refilling) {
  if (before.review !== null) return reviewedContent(deps, await reviewedSource(deps.db, document), before.review);
  return draftedContent(deps, document.templateId ?? '', mergedValues(before.values, values));
}
