import type { Message } from '@lutai/contracts';
import { Download } from 'lucide-react';
import { attachmentPath } from '../api/documents.ts';
import { buttonClass } from '../ui/button.tsx';

/** The files that came with a message, to be downloaded. */
export function AttachmentList({ message }: { message: Message }) {
  if (message.attachments.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2">
      {message.attachments.map(({ name, sha256 }) => (
        <li key={sha256} className="min-w-0 max-w-full">
          <a
            href={attachmentPath(message.id, sha256)}
            download={name}
            data-testid="attachment"
            className={buttonClass('secondary', 'sm', 'max-w-full')}
          >
            <Download aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
