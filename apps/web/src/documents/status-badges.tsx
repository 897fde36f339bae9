import type { DocumentStatus } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { Badge, type Tone } from '../ui/badge.tsx';

const tones: Record<DocumentStatus, Tone> = {
  reading: 'neutral',
  unreadable: 'danger',
  open: 'accent',
  approved: 'warn',
  delivered: 'ok',
  discarded: 'neutral',
};

export function DocumentStatusBadge({ status }: { status: DocumentStatus }) {
  const { documents } = useStrings();
  return <Badge tone={tones[status]}>{documents.status[status]}</Badge>;
}
