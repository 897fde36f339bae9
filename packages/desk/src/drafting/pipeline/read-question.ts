import type { ReadFacts, Triage } from '@lutai/contracts';
import type { AreaKnowledge } from '../area-schema.ts';
import { chinaDay } from '../china-day.ts';
import type { DatedText, DraftAnswerInput } from '../drafter.ts';
import { readFacts } from '../facts/read-facts.ts';
import { rewriteFollowUp } from '../facts/rewrite-follow-up.ts';
import type { DeadlineData } from '../load-deadlines.ts';
import { judgeSpokenRoute, type RouteData, type SpokenRoute } from '../routes/index.ts';
import { triageQuestion } from '../triage-question.ts';

export type ReadQuestionDeps = { areas: AreaKnowledge[]; deadlines: DeadlineData; routes: RouteData; now: () => Date };
export type ReadQuestion = {
  /** In China, `YYYY-MM-DD`. */
  today: string;
  /** All that the client has said, newest last. */
  said: DatedText[];
  text: string;
  facts: Omit<ReadFacts, 'elements'>;
  triage: Triage;
  spoken: SpokenRoute | null;
};

/** Hundreds of patterns are tried on the words; of a very long conversation the newest characters count. */
const longestRead = 40_000;

/** What the client's words tell before anything is looked up. */
export function readQuestion(deps: ReadQuestionDeps, input: DraftAnswerInput): ReadQuestion {
  const today = chinaDay(deps.now());
  const words = [...input.conversation.filter(({ from }) => from === 'client').map(({ text }) => text), input.question];
  const said = input.said ?? words.map((text) => ({ text, askedOn: today }));
  const text = words.join('\n').slice(-longestRead);
  return {
    ...{ today, said, text },
    facts: { ...readFacts(said), ...rewriteFollowUp(input) },
    triage: input.triage ?? triageQuestion(deps, { text, importance: input.importance }),
    spoken: judgeSpokenRoute(deps.routes, words),
  };
}
