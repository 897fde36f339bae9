import type { SearchHit } from '@lutai/contracts';
import { conclusionPlaceholder } from './answer-text.ts';
import { canonicalCitations } from './citation-text.ts';
import type { Drafter, DraftingInput, WrittenClaim, WrittenDraft } from './drafter.ts';
import { type NearCase, nearCase } from './near-case.ts';
import { pickProvisions } from './pick-provisions.ts';
import { topicClaims, topicConclusion, topicProvisions } from './topics/topic-words.ts';

export const withoutModelNotice =
  '本草稿未使用语言模型：由检索到的法条、该类问题的要点、相近的已答案例和办事资料整理而成，请承办人核对后再发出。';

/** The drafter that needs no language model: it arranges what is known and found, and says nothing of its own. */
export function createExtractiveDrafter(): Drafter {
  return { kind: 'extractive', draft: async (input) => write(input) };
}

function write(input: DraftingInput): WrittenDraft {
  const { guidance, topics, hits } = input;
  const near = nearCase(input.cases, hits);
  const provisions = pickProvisions(hits, topics.map(topicProvisions));
  const claims = [...topics.flatMap(topicClaims), ...(topics.length === 0 ? caseClaims(near, hits) : [])];
  return {
    model: null,
    promptVersion: null,
    route: 'answer',
    outcome: guidance.missingFacts.length > 0 && near === null ? 'needs-facts' : 'answered',
    conclusion: conclusionOf(input, near),
    claims,
    calculations: [],
    guidance,
    provisions,
    ...{ further: [], dropped: [], checks: [], repair: null, calls: [] },
    notices: [withoutModelNotice, whence(input, near)],
  };
}

function conclusionOf({ topics }: DraftingInput, near: NearCase | null): string {
  if (topics.length > 0)
    return topics.map((topic) => titled(topics.length, topic.topic.name, topicConclusion(topic))).join('\n\n');
  if (near === null) {
    return `${conclusionPlaceholder}\n\n您的情况可能适用下面列出的规定，具体结论会在核对事实后告诉您。`;
  }
  return `我们此前答复过与您情况相近的问题，参照当时的答复：\n\n${near.conclusion}\n\n如果您的情况与此不同，结论可能会有变化。`;
}

/** The name stands apart: a sentence of the topic must stay as it was vetted. */
const titled = (count: number, name: string, text: string) => (count === 1 ? text : `**${name}**\n\n${text}`);

function whence({ topics }: DraftingInput, near: NearCase | null): string {
  if (topics.length > 0) {
    const names = topics.map(({ topic }) => topic.name).join('、');
    return `结论取自“${names}”的要点（${topics[0]?.why ?? ''}），是一般规则和分情况的说明；请承办人结合事实补上一句具体结论。`;
  }
  return near === null
    ? `没有足够相近的已答案例，结论留给承办人：请替换“${conclusionPlaceholder}”一段。`
    : `结论取自相近的已答案例“${near.found.title}”（相似度${near.found.score.toFixed(2)}），请承办人确认它适用于本事项。`;
}

function caseClaims(near: NearCase | null, hits: readonly SearchHit[]): WrittenClaim[] {
  if (near === null) return [];
  const cited = canonicalCitations(near.conclusion);
  const provisions = hits.filter(({ citation }) => cited.includes(citation)).map((hit) => ({ hit, words: null }));
  return [{ part: 'conclusion', text: near.conclusion, provisions }];
}
