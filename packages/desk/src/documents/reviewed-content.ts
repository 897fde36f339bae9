import { DeskError } from '../desk-error.ts';
import { storableJson, storableText } from '../matters/storable-text.ts';
import type { DocumentContent } from './add-document-revision.ts';
import type { KeptReview } from './document-rows.ts';
import type { AcceptedFinding, DocumentWorks, SourceFile } from './document-works.ts';
import { reviewReport } from './review-report.ts';

/** Whose comments they are in the file: the desk answers for them by its approval. */
const reviewer = '律台';

export type ReviewedSource = { title: string; file: SourceFile; text: string };

/** The opinion on a contract and the contract with it written in: every finding that was not turned down. */
export async function reviewedContent(
  { works, now }: { works: DocumentWorks; now: () => Date },
  { title, file, text }: ReviewedSource,
  kept: KeptReview,
): Promise<DocumentContent> {
  const review = storableJson(kept);
  const findings = standingFindings(review);
  const { bytes, unplaced } = await works.annotate(file, text, findings, { author: reviewer, at: now() });
  return {
    fileName: `${title}（审查稿）.docx`,
    text: storableText(reviewReport({ title, review, findings, unplaced })),
    values: {},
    missing: [],
    problems: [],
    review,
    file: bytes,
  };
}

/** What stays in, each with the wording that was decided on. */
function standingFindings({ findings }: KeptReview): AcceptedFinding[] {
  return findings.flatMap(({ decision, ...finding }) => {
    if (decision?.decision === 'rejected') return [];
    const text = decision?.suggestion ?? finding.suggestion.text;
    return [{ ...finding, suggestion: { ...finding.suggestion, text } }];
  });
}

export const sourceGone = () =>
  new DeskError('unavailable', '上传的合同文件已不完整，不能再处理。请请客户重新上传，或从备份恢复。');
