import type { Message } from '@lutai/contracts';
import { BadgeCheck } from 'lucide-react';
import { CitedText } from '../citations/cited-text.tsx';
import { AttachmentList } from '../documents/attachment-list.tsx';
import { useStrings } from '../language/language.tsx';
import { ExactTime, RelativeTime } from '../ui/time.tsx';

export function AnswerCard({ message }: { message: Message }) {
  const { portal, drafting } = useStrings();
  return (
    <section data-testid="answer" className="panel shadow-raised">
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-5 py-3.5 text-sm sm:px-7">
        <BadgeCheck aria-hidden className="size-[1.125rem] text-accent" />
        <span className="font-semibold">
          {message.attachments.length > 0 ? portal.documents.title : portal.matter.reply}
        </span>
        <span className="text-faint">
          <RelativeTime at={message.createdAt} />
        </span>
      </header>
      <div className="px-5 py-5 sm:px-7 sm:py-6">
        {message.attachments.length > 0 && (
          <div className="mb-5">
            <AttachmentList message={message} />
          </div>
        )}
        <CitedText text={message.text} citations={message.citations} byLine={message.attachments.length > 0} />
        {message.citations.length > 0 && (
          <p className="mt-6 text-[0.8125rem] text-faint">{portal.matter.citationsHint}</p>
        )}
        {message.approvedByName && (
          <p data-testid="approved-label" className="mt-6 border-t border-line pt-3 text-[0.8125rem] text-soft">
            {drafting.approvedLabel(message.approvedByName)} · <ExactTime at={message.createdAt} />
          </p>
        )}
      </div>
    </section>
  );
}
