import type { Claim, SearchHit } from '@lutai/contracts';
import { canonicalCitations } from './citation-text.ts';
import type { AreaGuidance } from './drafter.ts';

/** The legal assertions of a text, one for each sentence of its parts that cites. Ids are `c1`, `c2`, … */
export function claimsOf(parts: { sentences: string[]; provisions: SearchHit[]; guidance: AreaGuidance }): Claim[] {
  const { steps, deadlines } = parts.guidance;
  const texts = [
    ...parts.sentences,
    ...parts.provisions.map(({ citation, text }) => `${citation}：${text}`),
    ...steps.slice(0, 7).flatMap(({ text, where, cost, time }) => [text, where, cost, time]),
    ...deadlines
      .slice(0, 4)
      .map(({ name, period, runsFrom, citation }) => `${name}：${period}（${citation}）。起算：${runsFrom}。`),
  ];
  const claims = texts.flatMap((text) => {
    const citations = text === undefined ? [] : canonicalCitations(text);
    return text === undefined || citations.length === 0 ? [] : [{ text, citations }];
  });
  return claims.map((claim, index) => ({ id: `c${index + 1}`, ...claim }));
}
