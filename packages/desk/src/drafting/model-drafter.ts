import type { SearchHit } from '@lutai/contracts';
import type { ChatModel, LanguageModel } from '@lutai/model';
import { answerText, conclusionPlaceholder } from './answer-text.ts';
import { insufficientText, judgeBasis } from './basis.ts';
import { claimsOf } from './claims-of.ts';
import type { Drafter, DrafterOptions, DraftingInput, WrittenDraft } from './drafter.ts';
import { failureWords } from './failure-words.ts';
import { keepSupportedClaims, type SupportedClaim } from './keep-supported-claims.ts';
import { modelAnswerSchema, streamedConclusion } from './model-answer.ts';
import { modelMessages, numberProvisions } from './model-messages.ts';
import { readPrompt } from './read-prompt.ts';
import { researchProvisions } from './research-provisions.ts';

export type ModelDrafterConfig = {
  model: LanguageModel;
  /** Let the model look further in the corpus before it writes; needs `chatModel`. */
  research?: boolean;
  chatModel?: ChatModel;
};

const givenProvisions = 16;

/** The drafter that writes by a language model and cites only the provisions it was given. */
export function createModelDrafter({ model, research = false, chatModel }: ModelDrafterConfig): Drafter {
  const prompt = readPrompt('answer');
  const researchPrompt = readPrompt('research');

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
    const made = { model: model.name, promptVersion: prompt.version };
    const nothing = { claims: [], missingFacts: [], deadlines: [], provisions: [] };
    const basis = judgeBasis(input);
    if (!basis.enough) {
      const text = insufficientText(basis.because);
      return {
        ...made,
        ...nothing,
        outcome: 'insufficient-basis',
        text,
        notices: ['没有找到足以答复的法律依据，已转由人工处理。'],
      };
    }
    const further = await lookFurther(input, signal);
    const given = numberProvisions([...input.hits.slice(0, givenProvisions - further.hits.length), ...further.hits]);
    const { value } = await model.generate({
      system: prompt.text,
      messages: modelMessages(input, given),
      schema: modelAnswerSchema,
      schemaName: 'legal_answer',
      ...(signal ? { signal } : {}),
      ...(onText ? { onText: (reply: string) => showConclusion(reply, onText) } : {}),
    });
    const { conclusion, claims, notices } = keepSupportedClaims(value, given);
    if (value.outcome === 'insufficient-basis' || claims.length === 0) {
      const why =
        value.outcome === 'insufficient-basis'
          ? '语言模型认为所给法条不足以答复。'
          : '语言模型的论断都没有法条支持，未予采用。';
      const text = insufficientText('far');
      return {
        ...made,
        ...nothing,
        outcome: 'insufficient-basis',
        text,
        notices: [...further.notices, why, ...notices],
      };
    }
    const missingFacts = value.missingFacts.slice(0, 3).map((fact, index) => ({ key: `asked-${index + 1}`, ...fact }));
    const guidance = { ...input.guidance, missingFacts };
    const provisions = uniqueProvisions(claims);
    const text = answerText({
      conclusion: conclusion === '' ? conclusionPlaceholder : conclusion,
      reasons: claims.map(reason).join('\n'),
      provisions,
      guidance,
      today: input.today,
    });
    onText?.(text);
    return {
      ...made,
      outcome: value.outcome,
      text,
      claims: claimsOf({ sentences: claims.map(sentence), provisions, guidance }),
      missingFacts,
      deadlines: guidance.deadlines.slice(0, 8),
      provisions,
      notices: ['本草稿由语言模型起草，法条由系统按原文填写，请承办人核对后再发出。', ...further.notices, ...notices],
    };
  }

  return { kind: 'model', draft };
}

function showConclusion(reply: string, onText: (text: string) => void): void {
  const conclusion = streamedConclusion(reply);
  if (conclusion !== '') onText(`## 结论\n\n${conclusion}`);
}

function sentence({ text, provisions }: SupportedClaim): string {
  return `${text.replace(/[。．.]$/u, '')}（${provisions.map(({ citation }) => citation).join('、')}）。`;
}

function reason(claim: SupportedClaim, index: number): string {
  return `${index + 1}. ${sentence(claim)}`;
}

function uniqueProvisions(claims: SupportedClaim[]): SearchHit[] {
  const provisions = claims.flatMap((claim) => claim.provisions);
  return [...new Map(provisions.map((provision) => [provision.provisionId, provision])).values()];
}
