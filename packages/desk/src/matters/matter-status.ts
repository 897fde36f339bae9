import type { MatterStatus } from '@lutai/contracts';
import { DeskError } from '../desk-error.ts';

/** Everything that moves a matter. What a status does not list cannot happen to a matter in it. */
export const transitions = {
  received: {
    'client-message': 'received',
    'draft-started': 'drafting',
    'draft-failed': 'in-review',
    redraft: 'received',
    'facts-date-set': 'received',
    claimed: 'received',
  },
  drafting: {
    'client-message': 'received',
    'facts-date-set': 'received',
    'draft-started': 'drafting',
    'draft-finished': 'in-review',
    'draft-failed': 'in-review',
    claimed: 'drafting',
  },
  'in-review': {
    'client-message': 'received',
    redraft: 'received',
    'facts-date-set': 'received',
    claimed: 'in-review',
    edited: 'in-review',
    approved: 'approved',
  },
  approved: {
    'client-message': 'received',
    redraft: 'received',
    'facts-date-set': 'received',
    claimed: 'approved',
    edited: 'in-review',
    delivered: 'answered',
    'delivery-refused': 'in-review',
  },
  answered: {
    'client-message': 'received',
    redraft: 'received',
    'facts-date-set': 'received',
    claimed: 'answered',
    rated: 'answered',
    archived: 'archived',
  },
  archived: {},
} as const satisfies Record<MatterStatus, Partial<Record<string, MatterStatus>>>;

type EventsOf<S extends MatterStatus> = S extends MatterStatus ? keyof (typeof transitions)[S] : never;
export type MatterMove = EventsOf<MatterStatus>;

const statusNames: Record<MatterStatus, string> = {
  received: '待起草',
  drafting: '起草中',
  'in-review': '待审核',
  approved: '已核准、待送达',
  answered: '已答复',
  archived: '已归档',
};

const advice: Record<MatterMove, string> = {
  'client-message': '请新建一个咨询事项，并在其中提到本事项的编号。',
  'draft-started': '请刷新后再看。',
  'draft-finished': '请刷新后再看。',
  'draft-failed': '请刷新后再看。',
  redraft: '请等本次起草结束；已归档的事项不能再起草。',
  'facts-date-set': '已归档的事项只读；如有新的问题，请新建一个咨询事项。',
  claimed: '已归档的事项只读，不能领取。',
  edited: '请刷新后再看；只有待审核或尚未送达的草稿可以修改。',
  approved: '请等草稿写成、进入待审核后再核准。',
  delivered: '请刷新后再看。',
  'delivery-refused': '请刷新后再看。',
  rated: '答复送达之后、归档之前才可以评价。',
  archived: '只有已答复的事项可以归档。',
};

/** The status that `move` leads to; throws `conflict`, saying what to do instead, where the table has none. */
export function nextStatus(from: MatterStatus, move: MatterMove): MatterStatus {
  const moves: Partial<Record<MatterMove, MatterStatus>> = transitions[from];
  const next = moves[move];
  if (!next) throw new DeskError('conflict', `事项现在是“${statusNames[from]}”，不能这样做。${advice[move]}`);
  return next;
}
