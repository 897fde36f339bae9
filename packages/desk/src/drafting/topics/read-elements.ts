import type { ElementState, MissingFact } from '@lutai/contracts';
import { asksTheSame } from './asks-the-same.ts';
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
    const words = pattern ? wordsOf(text, pattern) : null;
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

/** What a pattern found; where it runs over several clauses, to the end of the last one. */
function wordsOf(text: string, pattern: RegExp): string | null {
  const found = pattern.exec(text);
  if (found === null) return null;
  const [words] = found;
  if (!/[，,。；;\n]/u.test(words)) return words;
  const rest = /^[^，,。；;！!？?\n]{0,20}/u.exec(text.slice(found.index + words.length))?.[0] ?? '';
  return words + rest;
}

/** The questions to the client, at most three: of each topic in turn, the most telling first; what another asked is left. */
export function missingOf(read: readonly ReadElement[][]): MissingFact[] {
  const asked: (MissingFact & { topic: string })[] = [];
  const missing = read.map((elements) => elements.filter(({ state }) => state.state === 'missing'));
  for (let turn = 0; asked.length < mostQuestions && missing.some((list) => list.length > turn); turn += 1) {
    for (const list of missing) {
      const next = list[turn];
      if (next === undefined || asked.length >= mostQuestions) continue;
      const { element, state } = next;
      const isAsked = asked.some(
        (one) => one.key === element.key || (one.topic !== state.topic && asksTheSame(one.question, element.question)),
      );
      if (isAsked) continue;
      asked.push({ key: element.key, question: element.question, why: element.why, topic: state.topic });
    }
  }
  return asked.map(({ key, question, why }) => ({ key, question, why }));
}

export const mostQuestions = 3;
