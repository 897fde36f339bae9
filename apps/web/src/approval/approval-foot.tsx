import { Hand, Send } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';

interface ApprovalFootProps {
  /** What stands in the way, or that nothing does. */
  reasons: ReactNode;
  /** Until the matter is claimed there is nothing else to do. */
  claim: { busy: boolean; onClaim: () => void } | null;
  /** null where saving and approving is not for this person, or no longer. */
  actions: {
    save: ReactNode;
    approve: { label: string; testId: string; ready: boolean; reasonsId: string; onApprove: () => void };
  } | null;
  /** Above everything else. */
  alert?: ReactNode;
  dialog?: ReactNode;
}

/** The foot of what is to be approved: what stands in the way, and the one or two things to do. */
export function ApprovalFoot({ reasons, claim, actions, alert, dialog }: ApprovalFootProps) {
  const { review } = useStrings();
  return (
    <footer className="sticky bottom-14 z-10 border-t border-line bg-surface px-4 py-3 md:bottom-0 lg:static lg:px-6">
      {alert}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {reasons}
        <div className="ml-auto flex gap-2">
          {claim && (
            <Button
              variant="primary"
              icon={<Hand aria-hidden className="size-4" />}
              busy={claim.busy}
              onClick={claim.onClaim}
              data-testid="claim"
            >
              {review.claim}
            </Button>
          )}
          {!claim && actions && (
            <>
              {actions.save}
              <Button
                variant="primary"
                icon={<Send aria-hidden className="size-4" />}
                disabled={!actions.approve.ready}
                aria-describedby={actions.approve.reasonsId}
                onClick={actions.approve.onApprove}
                data-testid={actions.approve.testId}
              >
                {actions.approve.label}
              </Button>
            </>
          )}
        </div>
      </div>
      {dialog}
    </footer>
  );
}
