import { datesIn } from './days.ts';

export type EventKind = 'adopted' | 'promulgated' | 'amended' | 'effective' | 'approved' | 'other';

/** What the lines under a title say happened to the law on a day. */
export interface HeaderEvent {
  day: string;
  kind: EventKind;
  text: string;
}

const KINDS: [RegExp, EventKind][] = [
  [/^起?\s*(?:公布)?(?:施行|执行|实施|生效)/, 'effective'],
  [/修正|修订|修改/, 'amended'],
  [/公告|公布|发布|印发|令第|主席令/, 'promulgated'],
  [/通过/, 'adopted'],
  [/批准|批转/, 'approved'],
];

/** Reads lines such as 「2019年4月23日 第十三届…会议《关于修改…的决定》第二次修正」, several to a line too. */
export function headerEvents(history: readonly string[]): HeaderEvent[] {
  // Amendment lines may be broken after a book title; a line without a date goes on with the one before it.
  const text = history.join(' ').normalize('NFKC');
  const events: HeaderEvent[] = [];
  for (const { day, index, after } of datesIn(text)) {
    const from = /自\s*$/.test(text.slice(Math.max(0, index - 2), index));
    const kind = from && /^起?(?:施行|执行|实施|生效)/.test(after) ? 'effective' : kindOf(after);
    events.push({ day, kind, text: after });
    // 「公布施行」 is both.
    if (kind === 'promulgated' && /(?:公布|发布)(?:之日)?(?:起)?(?:施行|实施)/.test(after))
      events.push({ day, kind: 'effective', text: after });
  }
  return events;
}

const kindOf = (after: string): EventKind => KINDS.find(([pattern]) => pattern.test(after))?.[1] ?? 'other';
