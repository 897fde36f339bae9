import type { SearchHit } from '@lutai/contracts';
import { canonicalCitations } from '../citation-text.ts';
import type { WrittenClaim } from '../drafter.ts';
import type { Topic } from './topic-schema.ts';
import type { UsableTopic } from './usable-topics.ts';

const mostOpenElements = 1;
const mostTold = 2;

/** What the client told decides, then how the answer hangs on the most telling thing that is missing. */
function shownElements({ elements }: UsableTopic) {
  const told = elements.filter(({ told, branches }) => told && branches.length > 0).slice(0, mostTold);
  const open = elements
    .filter(({ told, state, branches }) => !told && state.state === 'missing' && branches.length > 1)
    .slice(0, mostOpenElements);
  return { told, open };
}

/** What a topic's data answers: the rule, what follows from what the client told, and how it branches on what is missing. */
export function topicConclusion(usable: UsableTopic): string {
  const { told, open } = shownElements(usable);
  return [
    usable.topic.rule,
    ...told.map(({ state, branches }) => `您说到“${state.words}”，这种情况下：\n\n${branches[0]?.answer ?? ''}`),
    ...open.map(
      ({ element, branches }) =>
        `还要看${element.name}：\n\n${branches.map(({ condition, answer }) => `- ${condition}：${answer}`).join('\n')}`,
    ),
  ].join('\n\n');
}

/** The same as claims, each with the provisions that it cites. */
export function topicClaims(usable: UsableTopic): WrittenClaim[] {
  const claim = (part: WrittenClaim['part'], text: string): WrittenClaim => ({
    part,
    text,
    provisions: canonicalCitations(text).flatMap((citation) => {
      const hit = usable.provisions.get(citation);
      return hit === undefined ? [] : [{ hit, words: null }];
    }),
  });
  const { told, open } = shownElements(usable);
  const shown = [
    ...told.map(({ branches }) => claim('branch', branches[0]?.answer ?? '')),
    ...open.flatMap(({ branches }) =>
      branches.map(({ condition, answer }) => claim('branch', `${condition}：${answer}`)),
    ),
  ];
  return [claim('conclusion', usable.topic.rule), ...shown].filter(({ provisions }) => provisions.length > 0);
}

/** What decides the topic, as hits. */
export const topicProvisions = ({ topic, provisions }: UsableTopic): SearchHit[] =>
  topic.provisions.flatMap((citation) => provisions.get(citation) ?? []);

/** Every sentence that a topic can put into an answer, as it stands there. */
export function topicSentences({ rule, elements }: Topic): string[] {
  const branches = elements.flatMap(({ branches }) => branches);
  return [rule, ...branches.flatMap(({ condition, answer }) => [answer, `${condition}：${answer}`])];
}
