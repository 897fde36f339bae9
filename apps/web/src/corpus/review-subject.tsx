import type { LawReview, Message } from '@lutai/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { matterOptions } from '../api/matters.ts';
import { CitedText } from '../citations/cited-text.tsx';
import { useStrings } from '../language/language.tsx';
import { maySee } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';
import { Modal } from '../ui/modal.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';

const linkClass =
  'text-left font-medium underline decoration-line-strong underline-offset-4 hover:text-accent rounded pointer-coarse:py-1';

/** What rests on the law that changed; an answer opens beside the list, since who keeps the law has no desk. */
export function ReviewSubject({ review }: { review: LawReview }) {
  const me = useMe();
  const { subjectType, subjectTitle, matterId } = review;
  const title = <span lang="zh-CN">{subjectTitle}</span>;
  if (matterId !== null && subjectType === 'answer') return <SentAnswer review={review} matterId={matterId} />;
  if (matterId !== null && subjectType === 'draft' && maySee(me.role, 'desk')) {
    return (
      <Link to="/desk/$matterId" params={{ matterId }} className={linkClass}>
        {title}
      </Link>
    );
  }
  return <span className="font-medium">{title}</span>;
}

function SentAnswer({ review, matterId }: { review: LawReview; matterId: string }) {
  const { reviews } = useStrings().corpus;
  const [open, setOpen] = useState(false);
  const query = useQuery({ ...matterOptions(matterId), enabled: open });
  const message = query.data?.messages.find(({ id }) => id === review.subjectId);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)} className={linkClass} data-testid="review-answer">
        <span lang="zh-CN">{review.subjectTitle}</span>
      </button>
      <Modal
        open={open}
        onOpenChange={setOpen}
        title={reviews.subjects.answer}
        description={review.citation}
        shape="side"
      >
        {query.isPending && <SkeletonLines lines={8} />}
        {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
        {message && <Answer message={message} citation={review.citation} />}
      </Modal>
    </>
  );
}

/** The answer as it was sent, with the place in view that rests on the law that changed. */
function Answer({ message, citation }: { message: Message; citation: string }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    text.current?.querySelector(`[title="${CSS.escape(citation)}"]`)?.scrollIntoView({ block: 'center' });
  }, [citation]);
  return (
    <div ref={text}>
      <CitedText text={message.text} citations={message.citations} compact />
    </div>
  );
}
