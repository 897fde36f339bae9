import type { DocumentDetail, MatterDetail } from '@lutai/contracts';
import { Check, CircleAlert } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { ApprovalFoot } from '../approval/approval-foot.tsx';
import { useStrings } from '../language/language.tsx';
import { useMatterAction } from '../review/use-matter-action.ts';
import { useMe } from '../session/use-me.ts';
import { useKeys } from '../shortcuts/use-keys.ts';
import { ApproveDocument } from './approve-document.tsx';
import { type DocumentBlock, documentBlocks } from './document-blocks.ts';

interface DocumentFootProps {
  detail: MatterDetail;
  document: DocumentDetail;
  dirty: boolean;
  /** The button that saves, where there is something to save. */
  save?: ReactNode;
  /** Shows what the check of the citations found. */
  onShowCitations: () => void;
}

/** What stands in the way of the approval, and the things to do; nothing once it no longer changes. */
export function DocumentFoot({ detail, document, dirty, save, onShowCitations }: DocumentFootProps) {
  const { documents } = useStrings();
  const me = useMe();
  const blockText = useDocumentBlockText();
  const reasonsId = useId();
  const [confirming, setConfirming] = useState(false);
  const claim = useMatterAction(detail.matter.id, 'claim');
  const blocks = documentBlocks(detail, document, me, dirty);
  const unclaimed = blocks.some(({ code }) => code === 'unclaimed');
  const elsewhere = blocks.some(({ code }) => ['closed', 'role', 'other'].includes(code));
  const open = document.status === 'open';
  useKeys({ 'mod+enter': () => open && blocks.length === 0 && setConfirming(true) });
  if (!open) return null;
  return (
    <ApprovalFoot
      reasons={
        <ul
          id={reasonsId}
          data-testid="document-blocks"
          aria-live="polite"
          className="max-h-24 min-w-0 flex-1 basis-full overflow-y-auto text-sm leading-6 max-sm:max-h-12 sm:basis-0"
        >
          {blocks.map((block) => (
            <li key={blockText(block)} lang="zh-CN" className="flex items-start gap-1.5 text-warn">
              <CircleAlert aria-hidden className="mt-1 size-4 shrink-0" />
              {blockText(block)}
            </li>
          ))}
          {document.findings.some((finding) => finding.open) && (
            <li className="pl-[1.375rem]">
              <button
                type="button"
                onClick={onShowCitations}
                data-testid="show-citations"
                className="rounded text-accent underline underline-offset-4"
              >
                {documents.citations.show}
              </button>
            </li>
          )}
          {blocks.length === 0 && (
            <li className="flex items-center gap-1.5 text-soft">
              <Check aria-hidden className="size-4 shrink-0 text-ok" />
              {documents.approve.ready}
            </li>
          )}
        </ul>
      }
      claim={unclaimed ? { busy: claim.isPending, onClaim: () => claim.mutate() } : null}
      actions={
        elsewhere
          ? null
          : {
              save,
              approve: {
                ...{ label: documents.approve.button, testId: 'approve-document', reasonsId },
                ...{ ready: blocks.length === 0, onApprove: () => setConfirming(true) },
              },
            }
      }
      dialog={
        confirming && <ApproveDocument detail={detail} document={document} onClose={() => setConfirming(false)} />
      }
    />
  );
}

function useDocumentBlockText(): (block: DocumentBlock) => string {
  const { documents, review } = useStrings();
  return (block) => {
    if (block.code === 'obstacle') return block.text;
    if (block.code === 'other') return documents.approve.other(block.name);
    if (block.code === 'level') return review.approve.blocks.level[block.reason](block.why);
    return documents.approve[block.code];
  };
}
