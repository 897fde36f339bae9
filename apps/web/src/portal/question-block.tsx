import type { Message } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { RelativeTime } from '../ui/time.tsx';

export function QuestionBlock({ message }: { message: Message }) {
  const { portal } = useStrings();
  return (
    <section data-testid="question" className="border-l-2 border-line pl-5">
      <p className="mb-1 text-sm text-faint">
        {portal.matter.you} · <RelativeTime at={message.createdAt} />
      </p>
      <p className="whitespace-pre-wrap leading-8 [overflow-wrap:anywhere]">{message.text}</p>
    </section>
  );
}
