import type { Draft, MatterDetail, Revision } from '@lutai/contracts';
import { Check, CircleAlert, Save } from 'lucide-react';
import { useId, useState } from 'react';
import { ApprovalFoot } from '../approval/approval-foot.tsx';
import { useStrings } from '../language/language.tsx';
import { useKeys } from '../shortcuts/use-keys.ts';
import { Button } from '../ui/button.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import type { Block } from './approval-blocks.ts';
import { ApproveDialog } from './approve-dialog.tsx';
import { useBlockText } from './use-block-text.ts';
import type { DraftEditor } from './use-draft-editor.ts';
import { useMatterAction } from './use-matter-action.ts';

interface ApproveBarProps {
  detail: MatterDetail;
  draft: Draft;
  revision: Revision;
  editor: DraftEditor;
  blocks: Block[];
  onShowCitations: () => void;
  onShowPlaceholder: () => void;
}

/** The foot of the draft: whether it is saved, what stands in the way, and the two things to do. */
export function ApproveBar({
  detail,
  draft,
  revision,
  editor,
  blocks,
  onShowCitations,
  onShowPlaceholder,
}: ApproveBarProps) {
  const { review } = useStrings();
  const errorText = useErrorText();
  const blockText = useBlockText();
  const reasonsId = useId();
  const [confirming, setConfirming] = useState(false);
  const claim = useMatterAction(detail.matter.id, 'claim');
  const unclaimed = blocks.some(({ code }) => code === 'unclaimed');
  const elsewhere = blocks.some(({ code }) =>
    ['claimed-by-other', 'not-drafter', 'void', 'approved', 'closed'].includes(code),
  );
  const canSave = editor.dirty && !editor.stale && !unclaimed && !elsewhere;
  const shownBlocks = blocks.filter(({ code }) => !['approved', 'void', 'unclaimed'].includes(code));
  const save = () => canSave && !editor.save.isPending && editor.save.mutate();
  useKeys({
    'mod+s': save,
    'mod+enter': () => blocks.length === 0 && setConfirming(true),
    c: () => unclaimed && !claim.isPending && claim.mutate(),
  });
  if (draft.status === 'approved') return null;

  return (
    <ApprovalFoot
      alert={
        editor.save.isError &&
        !editor.stale && (
          <p role="alert" className="mb-2 text-sm text-danger">
            {errorText(editor.save.error)}
          </p>
        )
      }
      reasons={
        <div id={reasonsId} data-testid="blocks" className="min-w-0 text-sm leading-6" aria-live="polite">
          {unclaimed ? (
            <p className="text-soft">{review.editor.readOnly}</p>
          ) : shownBlocks.length > 0 ? (
            shownBlocks.map((block) => (
              <p key={block.code} className="flex items-center gap-1.5 text-warn">
                <CircleAlert aria-hidden className="size-4 shrink-0" />
                <BlockReason
                  text={blockText(block)}
                  onShow={
                    block.code === 'citations'
                      ? onShowCitations
                      : block.code === 'placeholder'
                        ? onShowPlaceholder
                        : null
                  }
                />
              </p>
            ))
          ) : (
            blocks.length === 0 && (
              <p className="flex items-center gap-1.5 text-soft">
                <Check aria-hidden className="size-4 shrink-0 text-ok" />
                {review.editor.saved(revision.number)} · {review.approve.readyHint}
              </p>
            )
          )}
        </div>
      }
      claim={unclaimed ? { busy: claim.isPending, onClaim: () => claim.mutate() } : null}
      actions={
        elsewhere
          ? null
          : {
              save: (
                <Button
                  icon={<Save aria-hidden className="size-4" />}
                  disabled={!canSave}
                  busy={editor.save.isPending}
                  onClick={save}
                  data-testid="save-revision"
                >
                  {review.editor.saveRevision}
                </Button>
              ),
              approve: {
                ...{ label: review.approve.button, testId: 'approve', reasonsId },
                ...{ ready: blocks.length === 0, onApprove: () => setConfirming(true) },
              },
            }
      }
      dialog={
        confirming && (
          <ApproveDialog detail={detail} draft={draft} revision={revision} onClose={() => setConfirming(false)} />
        )
      }
    />
  );
}

/** Where there is something to look at, the reason leads to it. */
function BlockReason({ text, onShow }: { text: string; onShow: (() => void) | null }) {
  if (onShow === null) return text;
  return (
    <button type="button" onClick={onShow} className="rounded text-left underline underline-offset-4">
      {text}
    </button>
  );
}
