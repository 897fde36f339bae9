import type { ElementState, MissingFact } from '@lutai/contracts';
import type { Topic, TopicBranch, TopicElement } from './topic-schema.ts';

export type ReadElement = {
  state: ElementState;
  element: TopicElement;
  /** The branch that the client's words tell, or all of them where they tell none. */
  branches: TopicBranch[];
  told: boolean;
};

/** Which elements of a topic the client has told, and which way the answer branches on each. */
export function readElements(topic: Topic, text: string): ReadElement[] {
  return topic.elements.map((element) => {
    const branch = element.branches.find(({ when }) => when.some((pattern) => pattern.test(text)));
    const pattern = [...(branch?.when ?? []), ...element.given].find((candidate) => candidate.test(text));
    const words = pattern?.exec(text)?.[0] ?? null;
    return {
      element,
      branches: branch ? [branch] : element.branches,
      told: branch !== undefined,
      state: {
        ...{ topic: topic.id, key: element.key, name: element.name },
        ...{ state: words === null ? 'missing' : 'said', words: words?.slice(0, 60) ?? null },
      },
    };
  });
}

/** The questions to the client, at most three: of each topic in turn, the most telling first. */
export function missingOf(read: readonly ReadElement[][]): MissingFact[] {
  const asked: MissingFact[] = [];
  const missing = read.map((elements) => elements.filter(({ state }) => state.state === 'missing'));
  for (let turn = 0; asked.length < mostQuestions && missing.some((list) => list.length > turn); turn += 1) {
    for (const list of missing) {
      const next = list[turn]?.element;
      if (next === undefined || asked.length >= mostQuestions || asked.some(({ key }) => key === next.key)) continue;
      asked.push({ key: next.key, question: next.question, why: next.why });
    }
  }
  return asked;
}

export const mostQuestions = 3;
