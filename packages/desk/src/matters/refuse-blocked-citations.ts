import type { Citation, CitationState } from '@lutai/contracts';
import { DeskError } from '../desk-error.ts';

const faults: Record<Exclude<CitationState, 'ok'>, string> = {
  'not-found': '法规库中没有这一条',
  misquoted: '引文与原文不符',
  'not-in-force': '在所问日期不是有效的法',
  ambiguous: '无法确定指的是哪一条',
  unchecked: '未能核对',
};

/** Throws `citation-blocked`, naming each citation that does not stand and why; nothing may leave with one. */
export function refuseBlockedCitations(citations: Citation[]): void {
  const blocked = citations.flatMap(({ raw, state, note }) =>
    state === 'ok' ? [] : [`“${shorten(raw)}”：${faults[state]}${note ? `（${shorten(note)}）` : ''}`],
  );
  if (blocked.length === 0) return;
  const shown = blocked.slice(0, 20).join('；');
  const more = blocked.length > 20 ? `；另有 ${blocked.length - 20} 处` : '';
  throw new DeskError(
    'citation-blocked',
    `有 ${blocked.length} 处引用不能放行：${shown}${more}。请改正或删去这些引用，保存后再核准。`,
  );
}

const shorten = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);
