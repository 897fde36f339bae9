import type { DocumentDetail } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { requireClaimable } from '../matters/claim-matter.ts';
import { latestRevision, lockMatter, readMatter } from '../matters/matter-rows.ts';
import { nextStatus } from '../matters/matter-status.ts';
import { requireDrafter } from '../matters/permissions.ts';
import { checkDocument } from './check-document.ts';
import type { DocumentDeps } from './document-deps.ts';
import { findDocument, readMadeFrom } from './document-rows.ts';
import { draftedContent } from './drafted-content.ts';
import { getDocument } from './get-document.ts';
import { matterFacts } from './matter-facts.ts';
import { openDocument } from './open-document.ts';

/** `copyOf`: a document of the same matter and template whose values are taken over. */
export type StartDocumentInput = { actor: Actor; matterId: string; templateId: string; copyOf?: string | undefined };

/** 起草文书: fills a template with what the matter tells, as the first revision of a new document. */
export async function startDocument(deps: DocumentDeps, input: StartDocumentInput): Promise<DocumentDetail> {
  const { actor, matterId, templateId, copyOf } = input;
  requireDrafter(actor);
  const before = await readMatter(deps.db, matterId);
  const values =
    copyOf === undefined
      ? deps.works.prefill(templateId, await matterFacts(deps.db, before, deps.now()))
      : await valuesOf(deps, { matterId, templateId, copyOf });
  const { title, ...content } = await draftedContent(deps, templateId, values);
  const citations = await checkDocument(deps.checkText, content, chinaDay(deps.now()));
  const documentId = await deps.db.transaction(async (tx) => {
    const matter = await lockMatter(tx, matterId);
    nextStatus(matter.status, 'claimed');
    await requireClaimable(tx, { actor, matter });
    const document = { kind: 'drafted' as const, title, templateId, source: null };
    return openDocument(tx, {
      ...{ actor, matter, newId: deps.newId, at: deps.now(), action: 'document.started', document },
      first: { content, citations, authorId: actor.id },
    });
  });
  deps.publish({ type: 'document', matterId, documentId, forClient: false });
  return getDocument(deps, { actor, documentId });
}

async function valuesOf(
  deps: DocumentDeps,
  { matterId, templateId, copyOf }: Omit<Required<StartDocumentInput>, 'actor'>,
) {
  const document = await findDocument(deps.db, copyOf ?? '');
  if (document.matterId !== matterId || document.templateId !== templateId) {
    throw new DeskError('invalid-input', '只能以本事项中同一模板的文书为底本。');
  }
  const revision = await latestRevision(deps.db, document.draftId);
  return revision ? (await readMadeFrom(deps.db, revision.id)).values : {};
}
