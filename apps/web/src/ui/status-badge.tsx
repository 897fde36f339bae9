import type { MatterStatus } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { Badge, type Tone } from './badge.tsx';

const tones: Record<MatterStatus, Tone> = {
  received: 'neutral',
  drafting: 'neutral',
  'in-review': 'accent',
  approved: 'warn',
  answered: 'ok',
  archived: 'neutral',
};

/** Where a matter stands, in the client's plain words or in the desk's. */
export function StatusBadge({ status, client = false }: { status: MatterStatus; client?: boolean }) {
  const { words } = useStrings();
  return <Badge tone={tones[status]}>{(client ? words.clientStatus : words.status)[status]}</Badge>;
}
