import type { SearchHit, TraceCall, TraceRepair } from '@lutai/contracts';
import { type ChatModel, type LanguageModel, ModelError, recordedModel } from '@lutai/model';
import { maskedModel } from '../privacy/index.ts';
import { type CheckedAnswer, checkAnswer } from './checks/check-answer.ts';
import { createLeakFinder } from './checks/leaks.ts';
import { strayLines } from './checks/phone-numbers.ts';
import { pointer } from './checks/pointer.ts';
import { unfitWords } from './checks/unfit-words.ts';
import type { Drafter, DrafterOptions, DraftingInput, WrittenDraft } from './drafter.ts';
import { failureWords } from './failure-words.ts';
import { fence } from './fence.ts';
import { type ModelAnswer, modelAnswerSchema, streamedConclusion } from './model-answer.ts';
import { type Given, modelMessages, numberProvisions, numberSteps } from './model-messages.ts';
import { readPrompt } from './read-prompt.ts';
import { researchProvisions } from './research-provisions.ts';
import { topicProvisions } from './topics/topic-words.ts';
import { writeAnswer } from './write-answer.ts';

export type ModelDrafterConfig = {
  model: LanguageModel;
  /** Let the model look further in the corpus before it writes; needs `chatModel`. */
  research?: boolean;
  chatModel?: ChatModel;
};

const givenProvisions = 18;
/** What a repair is told: so many failures, of so many characters each. */
const mostFailed = 20;
const failedLength = 240;
/** Of the conclusion, while it is written. */
const shownLength = 800;
/** Of everything sent, where the endpoint finds it too long: first half, then a quarter. */
const scales = [0.5, 0.25];

/** The drafter that writes by a language model, cites only the provisions it was given, and has one round to mend. */
export function createModelDrafter({ model, research = false, chatModel }: ModelDrafterConfig): Drafter {
  const prompt = readPrompt('answer');
  const repairPrompt = readPrompt('repair');
  const researchPrompt = readPrompt('research');
  const leak = createLeakFinder([prompt.text, repairPrompt.text, researchPrompt.text]);

  async function lookFurther(
    input: DraftingInput,
    signal?: AbortSignal,
  ): Promise<{ hits: SearchHit[]; notices: string[] }> {
    if (!research || chatModel === undefined) return { hits: [], notices: [] };
    try {
      return { hits: await researchProvisions({ chatModel, prompt: researchPrompt }, input, signal), notices: [] };
    } catch (error) {
      signal?.throwIfAborted();
      return { hits: [], notices: [`语言模型的进一步检索没有完成（${failureWords(error)}），只依据第一次检索起草。`] };
    }
  }

  async function draft(input: DraftingInput, { signal, onText }: DrafterOptions): Promise<WrittenDraft> {
    const calls: TraceCall[] = [];
    const unknown = new Set<string>();
    const masked = maskedModel(model, input.masker, (tokens) => tokens.forEach((token) => void unknown.add(token)));
    const asked = recordedModel(masked, (call) => calls.push(call));
    const leaked = (text: string) =>
      leak(text) ?? ([...unknown].some((token) => text.includes(token)) ? '写了没有给出的记号' : null);
    const isShown = (text: string) =>
      leak(text) === null &&
      unfitWords(text) === null &&
      !pointer.test(text) &&
      strayLines(text, sources.deskData).length === 0;
    const further = await lookFurther(input, signal);
    const given = givenTo(input, further.hits);
    const sources = sourcesOf(input);
    const ask = (messages: ReturnType<typeof modelMessages>, step: string, promptVersion: string) =>
      asked.generate({
        ...{
          system: prompt.text,
          messages,
          schema: modelAnswerSchema,
          schemaName: 'legal_answer',
          step,
          promptVersion,
        },
        shorten: (attempt: number) => {
          const scale = scales[attempt - 1];
          return scale === undefined ? null : [...modelMessages(input, given, scale), ...messages.slice(1)];
        },
        ...(signal ? { signal } : {}),
        ...(onText ? { onText: (reply: string) => showConclusion(reply, isShown, onText) } : {}),
      });
    const check = (answer: ModelAnswer, round: 1 | 2) =>
      checkAnswer({ answer, given: given.provisions, ...sources, leak: leaked, round });

    const messages = modelMessages(input, given);
    const { value: first } = await ask(messages, 'write', prompt.version);
    const checked = check(first, 1);
    const failed = failuresOf(checked);
    let last = { answer: first, checked };
    let repair: TraceRepair | null = null;
    if (failed.length > 0 && isAnswer(first)) {
      try {
        const { value: second } = await ask(
          [
            ...messages,
            { role: 'assistant', content: JSON.stringify(first) },
            {
              role: 'user',
              content: `${repairPrompt.text}\n\n${fence(
                '未通过',
                failed.slice(0, mostFailed).map((line) => `- ${line.slice(0, failedLength)}`),
              )}`,
            },
          ],
          'repair',
          repairPrompt.version,
        );
        const again = check(second, 2);
        const still = new Set(failuresOf(again));
        last = { answer: second, checked: again };
        repair = { by: 'model', failed, mended: failed.filter((line) => !still.has(line)), dropped: [] };
      } catch (error) {
        signal?.throwIfAborted();
        if (!(error instanceof ModelError)) throw error;
        repair = { by: 'model', failed, mended: [], dropped: [] };
      }
    }
    const checks = last.checked === checked ? checked.checks : [...checked.checks, ...last.checked.checks];
    const written = writeAnswer({ ...last, given, input, repair });
    return {
      ...written,
      ...{ model: model.name, promptVersion: `${prompt.version}+${repairPrompt.version}`, checks, calls },
      further: further.hits,
      notices: [
        '本草稿由语言模型起草，法条由系统按原文填写，请承办人核对后再发出。',
        ...further.notices,
        ...written.notices,
      ],
    };
  }

  return { kind: 'model', draft };
}

const isAnswer = ({ outcome }: ModelAnswer) => outcome === 'answered' || outcome === 'needs-facts';

/** What decides the topics first, then what was found, the model's own finds at the end. */
function givenTo(input: DraftingInput, further: readonly SearchHit[]): Given {
  const deciding = input.topics.flatMap(topicProvisions);
  const found = [...deciding, ...input.hits.slice(0, givenProvisions - further.length), ...further];
  const unique = [...new Map(found.map((hit) => [hit.provisionId, hit])).values()];
  return { provisions: numberProvisions(unique), steps: numberSteps(input.guidance.steps) };
}

/** Whence numbers may come besides the provisions: what the client said, and what the desk's own data say. */
function sourcesOf({ question, conversation, topics, guidance, today, asOf }: DraftingInput) {
  const chinese = [today, asOf].map((day) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日'));
  const deskData = [
    ...topics.flatMap(({ topic, elements }) => [
      topic.rule,
      ...elements.flatMap(({ branches }) => branches.map(({ answer }) => answer)),
    ]),
    JSON.stringify(guidance),
  ];
  return { deskData, sources: [...conversation.map(({ text }) => text), question, ...chinese, ...deskData] };
}

function failuresOf({ claims, conclusion, missingFacts, evidence, checks }: CheckedAnswer): string[] {
  return [
    ...conclusion.flatMap(({ text, faults }) => faults.map((why) => `结论“${text.trim()}”：${why}`)),
    ...claims.flatMap(({ text, faults, doubts }) => [...faults, ...doubts].map((why) => `论断“${text}”：${why}`)),
    ...missingFacts.flatMap(({ question, faults }) => faults.map((why) => `问题“${question}”：${why}`)),
    ...evidence.flatMap(({ text, faults }) => faults.map((why) => `材料“${text}”：${why}`)),
    ...checks.filter(({ kind, ok }) => kind === 'sum' && !ok).map(({ subject, why }) => `计算“${subject}”：${why}`),
  ];
}

/** Whole sentences only, and nothing of what leaks or may not be said: the rest of the check is still to come. */
function showConclusion(reply: string, isShown: (text: string) => boolean, onText: (text: string) => void): void {
  const [written = ''] = /^[\s\S]*[。！？]/u.exec(streamedConclusion(reply).slice(0, shownLength)) ?? [];
  if (written !== '' && isShown(written)) onText(`## 结论\n\n${written}`);
}
