import type { DocumentDetail, ReviewFinding } from '@lutai/contracts';
import type { Actor } from '../audit/actor.ts';
import { DeskError } from '../desk-error.ts';
import { requireDrafter } from '../matters/permissions.ts';
import { storableText } from '../matters/storable-text.ts';
import type { DocumentDeps } from './document-deps.ts';
import type { KeptReview } from './document-rows.ts';
import { requireContract } from './review-document.ts';
import { reviewedContent, sourceGone } from './reviewed-content.ts';
import { reviewedSource } from './reviewed-source.ts';
import { saveDocument } from './save-document.ts';

export type DecideFindingInput = {
  actor: Actor;
  documentId: string;
  baseRevisionId: string;
  findingKey: string;
  /** null takes a decision back. */
  decision: 'accepted' | 'rejected' | null;
  /** Other wording than the one proposed, where it is accepted. */
  suggestion: string | null;
};

/** An agent takes a finding of a contract's review into the opinion, in its own words if need be, or leaves it out. */
export async function decideFinding(deps: DocumentDeps, input: DecideFindingInput): Promise<DocumentDetail> {
  const { actor, documentId, baseRevisionId, findingKey, decision } = input;
  const suggestion = input.suggestion === null ? null : storableText(input.suggestion).trim();
  if (suggestion !== null && decision !== 'accepted') {
    throw new DeskError('invalid-input', '只有采纳的意见可以改写建议的文字。');
  }
  return saveDocument(deps, {
    ...{ actor, documentId, baseRevisionId, action: 'document.finding-decided' },
    allow: (document) => {
      requireDrafter(actor);
      requireContract(document);
    },
    make: async (document, { review }) => {
      if (review === null) throw sourceGone();
      const at = deps.now().toISOString();
      const made = decision === null ? null : { decision, suggestion, byName: actor.name, at };
      return reviewedContent(deps, await reviewedSource(deps.db, document), decided(review, findingKey, made));
    },
    details: { findingKey, decision, reworded: suggestion !== null },
  });
}

function decided(review: KeptReview, key: string, decision: ReviewFinding['decision']): KeptReview {
  const finding = review.findings.find((one) => one.key === key);
  if (!finding) throw new DeskError('not-found', '这份合同没有这一条审查意见；请刷新后再看。');
  if (decision?.suggestion && finding.suggestion.action === 'delete') {
    throw new DeskError('invalid-input', '这一条建议删去原文，没有可改写的文字。');
  }
  return { ...review, findings: review.findings.map((one) => (one.key === key ? { ...one, decision } : one)) };
}
