import type { MatterDetail } from '@lutai/contracts';
import { useEffect, useRef, useState } from 'react';
import type { MatterProgress } from '../events/use-matter-events.ts';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';
import { Segmented } from '../ui/segmented.tsx';
import { useToast } from '../ui/toast.tsx';
import { ConversationColumn } from './conversation-column.tsx';
import { DraftWorkspace } from './draft-workspace.tsx';
import { EvidenceColumn } from './evidence-column.tsx';
import { NoDraft } from './no-draft.tsx';
import { ReviewHeader } from './review-header.tsx';

export type Pane = 'conversation' | 'draft' | 'evidence';

/**
 * Three columns from 1280 px on. Below, the draft stays in view and one of the others beside it; on phones one at a time.
 */
export function ReviewDesk({ detail, progress }: { detail: MatterDetail; progress: MatterProgress }) {
  const { review } = useStrings();
  const [pane, setPane] = useState<Pane>('draft');
  useTellNewMessage(detail);
  const { draft } = detail;
  const side = pane === 'conversation' ? 'conversation' : 'evidence';
  const conversation = (
    <div
      className={classNames(
        'min-h-0 border-line lg:overflow-y-auto lg:border-l xl:order-first xl:block xl:border-r xl:border-l-0',
        pane === 'conversation' ? 'block' : 'hidden',
      )}
    >
      <ConversationColumn detail={detail} />
    </div>
  );
  const centreClass = classNames(
    'min-h-0 min-w-0 flex-col lg:flex lg:overflow-hidden xl:order-none',
    pane === 'draft' ? 'flex' : 'hidden',
  );
  const evidenceClass = classNames(
    'min-h-0 border-line lg:overflow-y-auto lg:border-l xl:block',
    pane === 'evidence' ? 'block' : 'hidden',
    side === 'evidence' ? 'lg:block' : 'lg:hidden',
  );
  return (
    <div className="flex flex-col lg:h-dvh">
      <ReviewHeader
        detail={detail}
        paneSwitch={
          <Segmented
            label={review.panes.evidence}
            value={side}
            onChange={setPane}
            options={(['conversation', 'evidence'] as const).map((value) => ({ value, label: review.panes[value] }))}
            className="max-lg:hidden xl:hidden"
          />
        }
      />
      <div className="border-b border-line bg-surface px-4 py-2 lg:hidden">
        <Segmented
          label={review.panes.draft}
          value={pane}
          onChange={setPane}
          className="w-full"
          options={(['conversation', 'draft', 'evidence'] as const).map((value) => ({
            value,
            label: review.panes[value],
          }))}
        />
      </div>
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(0,1fr)_23rem] xl:grid-cols-[20.5rem_minmax(0,1fr)_23.5rem]">
        {draft?.revision && draft.status !== 'drafting' ? (
          <DraftWorkspace
            key={draft.id}
            detail={detail}
            draft={draft}
            revision={draft.revision}
            centreClass={centreClass}
            evidenceClass={evidenceClass}
            onPane={setPane}
          />
        ) : (
          <>
            <div className={centreClass}>
              <NoDraft detail={detail} progress={progress} />
            </div>
            <div className={evidenceClass}>
              <EvidenceColumn detail={detail} workspace={null} />
            </div>
          </>
        )}
        {conversation}
      </div>
    </div>
  );
}

/** A message that comes while the matter is open may void the draft: it is said at once. */
function useTellNewMessage(detail: MatterDetail): void {
  const { review } = useStrings();
  const tell = useToast();
  const count = detail.messages.filter(({ direction }) => direction === 'inbound').length;
  const seen = useRef(count);
  useEffect(() => {
    if (count > seen.current) tell(review.conflict.newMessage);
    seen.current = count;
  }, [count, tell, review]);
}
