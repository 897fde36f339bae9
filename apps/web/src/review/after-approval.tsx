import type { MatterDetail } from '@lutai/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight } from 'lucide-react';
import { queueOptions } from '../api/matters.ts';
import { nextMatter } from '../desk/queue-view.ts';
import { useStrings } from '../language/language.tsx';
import { useMe } from '../session/use-me.ts';
import { buttonClass } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

/** After approving: how the delivery goes, and the way on to the next matter. */
export function AfterApproval({ detail }: { detail: MatterDetail }) {
  const { review, words, drafting } = useStrings();
  const me = useMe();
  const { data } = useInfiniteQuery(queueOptions({ mine: false, area: undefined }));
  const delivery = detail.deliveries.at(-1);
  const approvedBy = detail.messages.findLast(({ direction }) => direction === 'outbound')?.approvedByName;
  const failed = delivery?.state === 'failed' || delivery?.state === 'uncertain';
  const next = nextMatter(data?.pages.flatMap((page) => page.matters) ?? [], detail.matter.id, me.id);
  return (
    <div data-testid="after-approval" data-delivery={delivery?.state}>
      <Notice
        tone={failed ? 'danger' : 'ok'}
        live
        title={`${review.after.sent} · ${delivery ? words.delivery[delivery.state] : review.after.sentBody}`}
        actions={
          next ? (
            <Link to="/desk/$matterId" params={{ matterId: next.id }} className={buttonClass('secondary', 'sm')}>
              {review.after.next}
              <span className="max-w-64 truncate font-normal text-faint">{next.subject}</span>
              <ArrowRight aria-hidden className="size-4" />
            </Link>
          ) : undefined
        }
      >
        {approvedBy && <p>{drafting.approvedLabel(approvedBy)}</p>}
        {delivery?.error}
      </Notice>
    </div>
  );
}
