import type { DocumentDetail } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { chinaDay } from '../drafting/china-day.ts';
import { requireDrafter } from '../matters/permissions.ts';
import type { DocumentDeps } from './document-deps.ts';
import type { DocumentRow, KeptReview, MadeFrom } from './document-rows.ts';
import type { ProposedReview } from './document-works.ts';
import { reviewedContent } from './reviewed-content.ts';
import { reviewedSource } from './reviewed-source.ts';
import { saveDocument } from './save-document.ts';

export type ReviewDocumentInput = {
  actor: Actor;
  documentId: string;
  baseRevisionId: string;
  /** As `works.contractTypes()` names them; recognised, or everybody's interest, when left out. */
  type?: string | undefined;
  side?: string | undefined;
};

/** Reviews a contract again, as another type or for one side. What was decided of a finding that is found again stands. */
export async function reviewDocument(deps: DocumentDeps, input: ReviewDocumentInput): Promise<DocumentDetail> {
  const { actor, documentId, baseRevisionId, type, side } = input;
  return saveDocument(deps, {
    ...{ actor, documentId, baseRevisionId, action: 'document.reviewed' },
    allow: (document) => {
      requireDrafter(actor);
      requireContract(document);
      const chosen = deps.works.contractTypes().find(({ id }) => id === type);
      if (type !== undefined && !chosen) throw new DeskError('invalid-input', `没有“${type}”这一类合同的审查清单。`);
    },
    make: async (document, before) => {
      const source = await reviewedSource(deps.db, document);
      const review = await deps.works.review(source.text, { asOf: chinaDay(deps.now()), type, side });
      return reviewedContent(deps, source, keepDecisions(review, before));
    },
    details: { type: type ?? null, side: side ?? null },
  });
}

export function requireContract(document: DocumentRow): void {
  if (document.kind !== 'reviewed') throw new DeskError('invalid-input', '这份文书是按模板起草的，没有审查意见。');
}

function keepDecisions(review: ProposedReview, { review: earlier }: MadeFrom): KeptReview {
  const decided = new Map(earlier?.findings.map(({ key, decision }) => [key, decision]));
  const findings = review.findings.map((finding) => ({ ...finding, decision: decided.get(finding.key) ?? null }));
  return { ...review, readNotes: earlier?.readNotes ?? [], findings };
}
