import type { MatterDetail, Message } from '@lutai/contracts';
import { CitedText } from '../citations/cited-text.tsx';
import { AttachmentList } from '../documents/attachment-list.tsx';
import { useStrings } from '../language/language.tsx';
import { classNames } from '../ui/class-names.ts';
import { RelativeTime } from '../ui/time.tsx';
import { CaseFacts } from './case-facts.tsx';
import { DeliveryList } from './delivery-list.tsx';
import { TriageCard } from './triage-card.tsx';

/** What was said, what follows from it, and why the matter stands where it does in the queue. */
export function ConversationColumn({ detail }: { detail: MatterDetail }) {
  const { review, drafting } = useStrings();
  const { matter, messages, triage, draft, rating } = detail;
  return (
    <div className="flex flex-col gap-7 p-5">
      <section aria-label={review.panes.conversation} className="flex flex-col gap-4">
        {messages.map((message) => {
          const inbound = message.direction === 'inbound';
          // The answer that stands in the centre need not stand here as well.
          const shown = inbound || message.text !== draft?.revision?.text;
          return shown ? (
            <div key={message.id} data-testid={inbound ? 'inbound' : 'outbound'}>
              <p className="mb-1.5 text-[0.8125rem] text-faint">
                <span className="font-medium text-soft">{inbound ? matter.clientName : message.authorName}</span> ·{' '}
                <RelativeTime at={message.createdAt} />
              </p>
              <div
                className={classNames(
                  'rounded-xl px-4 py-3 leading-7 [overflow-wrap:anywhere]',
                  inbound ? 'whitespace-pre-wrap border border-line bg-surface' : 'bg-accent-soft',
                )}
              >
                {inbound ? message.text : <Answer message={message} />}
              </div>
              {message.attachments.length > 0 && (
                <div className="mt-2">
                  <AttachmentList message={message} />
                </div>
              )}
              {message.approvedByName && (
                <p className="mt-1 text-[0.8125rem] text-faint">{drafting.approvedLabel(message.approvedByName)}</p>
              )}
            </div>
          ) : null;
        })}
      </section>
      <DeliveryList matterId={matter.id} deliveries={detail.deliveries} />
      {rating && (
        <section>
          <h2 className="mb-2 text-sm font-semibold">{review.rating.title}</h2>
          <p className="text-soft">
            {'★'.repeat(rating.score)}
            <span className="text-line-strong">{'★'.repeat(5 - rating.score)}</span> {rating.comment}
          </p>
        </section>
      )}
      {triage && <TriageCard triage={triage} />}
      {draft && <CaseFacts draft={draft} />}
    </div>
  );
}

/** A document is long, and its file stands beside it: it is folded under its first line. */
function Answer({ message }: { message: Message }) {
  const { text, citations, attachments } = message;
  if (attachments.length === 0) return <CitedText compact text={text} citations={citations} />;
  const title = text.split('\n')[0]?.replace(/^#+\s*/u, '');
  return (
    <details>
      <summary lang="zh-CN" className="rounded font-medium marker:text-faint">
        {title}
      </summary>
      <div className="mt-2">
        <CitedText compact text={text} citations={citations} byLine />
      </div>
    </details>
  );
}
