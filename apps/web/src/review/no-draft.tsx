import type { MatterDetail } from '@lutai/contracts';
import { FilePen, RotateCw } from 'lucide-react';
import { CitedText } from '../citations/cited-text.tsx';
import type { MatterProgress } from '../events/use-matter-events.ts';
import { AiLabelled } from '../labels/ai-label.tsx';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Empty, SkeletonLines } from '../ui/states.tsx';
import { useMatterAction } from './use-matter-action.ts';

/** The centre while there is nothing to edit: being drafted, failed, or never begun. */
export function NoDraft({ detail, progress }: { detail: MatterDetail; progress: MatterProgress }) {
  const { review, portal } = useStrings();
  const redraft = useMatterAction(detail.matter.id, 'redraft');
  const { draft, matter } = detail;
  const button = matter.status !== 'archived' && (
    <Button
      icon={<RotateCw aria-hidden className="size-4" />}
      busy={redraft.isPending}
      onClick={() => redraft.mutate()}
      data-testid="redraft"
    >
      {review.editor.redraft}
    </Button>
  );
  if (draft?.status === 'failed') {
    return (
      <Empty icon={<FilePen aria-hidden />} title={review.editor.failed} action={button}>
        {draft.failure}
      </Empty>
    );
  }
  if (draft?.status === 'drafting' || matter.status === 'received' || matter.status === 'drafting') {
    const step = progress.step;
    const stepName = step === null || step === 'done' || step === 'failed' ? null : portal.matter.steps[step];
    return (
      <div className="overflow-y-auto p-6 lg:p-8" data-testid="drafting">
        <h2 className="font-semibold">{review.editor.drafting}</h2>
        <p aria-live="polite" className="mt-1 mb-6 text-sm text-soft">
          {stepName === null ? review.editor.draftingBody : `${stepName}　${progress.detail}`}
        </p>
        {progress.text === '' ? (
          <SkeletonLines lines={9} />
        ) : (
          <AiLabelled labelled>
            <CitedText text={progress.text} citations={[]} />
          </AiLabelled>
        )}
      </div>
    );
  }
  return (
    <Empty icon={<FilePen aria-hidden />} title={review.editor.none} action={button}>
      {review.editor.noneBody}
    </Empty>
  );
}
