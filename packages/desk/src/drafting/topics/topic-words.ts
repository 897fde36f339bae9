import type { SearchHit } from '@lutai/contracts';
import { canonicalCitations } from '../citation-text.ts';
import type { WrittenClaim } from '../drafter.ts';
import type { Topic } from './topic-schema.ts';
import type { UsableTopic } from './usable-topics.ts';

const mostOpenElements = 2;

/** What a topic's data answers: the rule, what follows from what the client told, and how it branches on what is missing. */
export function topicConclusion({ topic, elements }: UsableTopic): string {
  const told = elements
    .filter(({ told, branches }) => told && branches.length > 0)
    .map(({ state, branches }) => `您说到“${state.words}”，这种情况下：\n\n${branches[0]?.answer ?? ''}`);
  const open = elements
    .filter(({ told, state, branches }) => !told && state.state === 'missing' && branches.length > 1)
    .slice(0, mostOpenElements)
    .map(
      ({ element, branches }) =>
        `还要看${element.name}：\n\n${branches.map(({ condition, answer }) => `- ${condition}：${answer}`).join('\n')}`,
    );
  return [topic.rule, ...told, ...open].join('\n\n');
}

/** The same as claims, each with the provisions that it cites. */
export function topicClaims({ topic, elements, provisions }: UsableTopic): WrittenClaim[] {
  const claim = (part: WrittenClaim['part'], text: string): WrittenClaim => ({
    part,
    text,
    provisions: canonicalCitations(text).flatMap((citation) => {
      const hit = provisions.get(citation);
      return hit === undefined ? [] : [{ hit, words: null }];
    }),
  });
  const shown = elements.flatMap(({ told, state, branches }) =>
    told || (state.state === 'missing' && branches.length > 1)
      ? branches.map(({ condition, answer }) => claim('branch', told ? answer : `${condition}：${answer}`))
      : [],
  );
  return [claim('conclusion', topic.rule), ...shown].filter(({ provisions }) => provisions.length > 0);
}

/** What decides the topic, as hits. */
export const topicProvisions = ({ topic, provisions }: UsableTopic): SearchHit[] =>
  topic.provisions.flatMap((citation) => provisions.get(citation) ?? []);

/** Every sentence that a topic can put into an answer, as it stands there. */
export function topicSentences({ rule, elements }: Topic): string[] {
  const branches = elements.flatMap(({ branches }) => branches);
  return [rule, ...branches.flatMap(({ condition, answer }) => [answer, `${condition}：${answer}`])];
}
