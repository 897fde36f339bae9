import type { SearchHit } from '@lutai/contracts';
import type { ModelAnswer } from './model-answer.ts';

export type SupportedClaim = { text: string; provisions: SearchHit[] };
export type SupportedAnswer = { conclusion: string; claims: SupportedClaim[]; notices: string[] };

/** Any pointer to a provision that prose can carry, in full or clipped: the drafter writes those itself. */
const pointer =
  /《[^《》\n]{1,60}》|第\s*[一二三四五六七八九十百千零〇两\d]+\s*条(?:之[一二三四五六七八九十])?|(?:民|刑|劳动|公司|消费|宪)[一-龥]{0,8}(?:法|法典|条例|解释)(?:第)?\s*\d+/u;

/**
 * Keeps of a model's answer what rests on the provisions it was given: a claim without such a provision, or whose words
 * point to one by themselves, is dropped, and so is a sentence of the conclusion that does. What was dropped is said.
 */
export function keepSupportedClaims(answer: ModelAnswer, given: Map<string, SearchHit>): SupportedAnswer {
  const claims: SupportedClaim[] = [];
  let unfounded = 0;
  let pointing = 0;
  for (const { text, provisions } of answer.claims) {
    const found = [...new Set(provisions)].flatMap((id) => given.get(id.trim()) ?? []);
    if (pointer.test(text)) pointing += 1;
    else if (found.length === 0 || found.length < new Set(provisions).size) unfounded += 1;
    else claims.push({ text: text.trim(), provisions: found });
  }
  const sentences = answer.conclusion.split(/(?<=[。！？\n])/u);
  const kept = sentences.filter((sentence) => !pointer.test(sentence));
  const notices: string[] = [];
  if (unfounded > 0) notices.push(`语言模型有${unfounded}条论断没有依据所给的法条，已删去。`);
  if (pointing > 0) notices.push(`语言模型有${pointing}条论断自行写了法条，已删去。`);
  if (kept.length < sentences.length)
    notices.push('语言模型的结论里自行写了法条的句子已删去，请承办人核对结论是否完整。');
  return { conclusion: kept.join('').trim(), claims: claims.slice(0, 6), notices };
}
