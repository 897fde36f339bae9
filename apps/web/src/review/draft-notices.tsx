import type { Draft, MatterDetail } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { AfterApproval } from './after-approval.tsx';
import type { DraftEditor } from './use-draft-editor.ts';
import { useMatterAction } from './use-matter-action.ts';

interface DraftNoticesProps {
  detail: MatterDetail;
  draft: Draft;
  editor: DraftEditor;
  onShowDiff: () => void;
  /** Null where the text was not replaced as a whole. */
  onUndoReplace: (() => void) | null;
}

/** So many stand in full; the draft below wants the room. */
const mostNotices = 2;

/** What the reader must know before trusting the draft: how it was made, and what came in between. */
export function DraftNotices({ detail, draft, editor, onShowDiff, onUndoReplace }: DraftNoticesProps) {
  const { review, drafting } = useStrings();
  const redraft = useMatterAction(detail.matter.id, 'redraft');
  // Of a question that goes another way the pipeline says so first.
  const pressing = draft.route === 'danger' || draft.route === 'harm';
  const first = pressing ? draft.notices[0] : undefined;
  const shownNotices = mostNotices - (first === undefined ? 0 : 1);
  const others = first === undefined ? draft.notices : draft.notices.slice(1);
  return (
    <div className="flex max-h-[45%] shrink-0 flex-col gap-2 overflow-y-auto px-4 pt-4 empty:hidden lg:px-6">
      {draft.status === 'approved' && <AfterApproval detail={detail} />}
      {draft.status === 'void' && (
        <Notice
          tone="danger"
          title={review.editor.void}
          actions={
            <Button size="sm" busy={redraft.isPending} onClick={() => redraft.mutate()} data-testid="redraft">
              {review.editor.redraft}
            </Button>
          }
        >
          {review.editor.voidBody}
        </Notice>
      )}
      {editor.stale && (
        <Notice
          tone="danger"
          live
          title={review.conflict.stale}
          actions={
            <>
              <Button size="sm" onClick={onShowDiff}>
                {review.conflict.showDiff}
              </Button>
              <Button size="sm" onClick={editor.rebase}>
                {review.conflict.keepMine}
              </Button>
              <Button size="sm" variant="ghost" onClick={editor.discard}>
                {review.conflict.takeTheirs}
              </Button>
            </>
          }
        >
          {review.conflict.staleBody}
        </Notice>
      )}
      {editor.restored && editor.dirty && !editor.stale && (
        <Notice
          actions={
            <Button size="sm" onClick={editor.discard}>
              {review.editor.discard}
            </Button>
          }
        >
          {review.editor.restored}
        </Notice>
      )}
      {onUndoReplace && editor.dirty && (
        <Notice live>
          {drafting.practitioner.replaced}{' '}
          <button
            type="button"
            onClick={onUndoReplace}
            data-testid="undo-replace"
            className="rounded text-accent underline underline-offset-4"
          >
            {drafting.practitioner.undo}
          </button>
        </Notice>
      )}
      {draft.status !== 'approved' && draft.notices.length > 0 && (
        <div data-testid="draft-notices" className="flex flex-col gap-2">
          {first && (
            <Notice tone="danger">
              <p className="font-medium">{first}</p>
            </Notice>
          )}
          {others.length > 0 && (
            <Notice tone="warn">
              {others.slice(0, shownNotices).map((notice) => (
                <p key={notice}>{notice}</p>
              ))}
              {others.length > shownNotices && (
                <details>
                  <summary className="rounded text-soft">{drafting.moreNotices(others.length - shownNotices)}</summary>
                  {others.slice(shownNotices).map((notice) => (
                    <p key={notice}>{notice}</p>
                  ))}
                </details>
              )}
            </Notice>
          )}
        </div>
      )}
    </div>
  );
}
