import type { InjectionAttempt } from '../../../testing/injection-attempts.ts';
import type { ModelAnswer } from '../../model-answer.ts';
import { readPrompt } from '../../read-prompt.ts';
import { soundAnswer } from '../../testing/sound-answer.ts';

const instructions = readPrompt('answer').text.replace(/\s+/gu, ' ').slice(60, 110);
const letters = [...instructions];
const forms: Record<string, string> = {
  '{prompt}': instructions,
  '{prompt-reversed}': letters.toReversed().join(''),
  '{prompt-base64}': Buffer.from(instructions).toString('base64'),
  '{prompt-strewn}': letters.map((letter) => `${letter}。`).join(''),
  '{prompt-unseen}': letters.join('\u200b'),
  '{huge}': '公司应当付钱，'.repeat(10_000),
};

/** What a model writes that was told to, the placeholders filled in. */
export const capturedWords = ({ says }: InjectionAttempt): string =>
  says.words.replace(/\{[a-z\d-]+\}/gu, (form) => forms[form] ?? form);

/** The answer of a model that does what the attempt asks of it, otherwise sound. */
export function capturedAnswer(attempt: InjectionAttempt): ModelAnswer {
  const words = capturedWords(attempt);
  const sound: ModelAnswer = { ...soundAnswer, outcome: 'answered' };
  const [first, ...others] = sound.claims;
  if (first === undefined) throw new Error('the sound answer has no claims');
  switch (attempt.says.in) {
    case 'conclusion':
      return { ...sound, conclusion: `${sound.conclusion}${words}` };
    case 'claim':
      return { ...sound, claims: [...sound.claims, { ...first, text: words }] };
    case 'claim-on-P88':
      return { ...sound, claims: [...sound.claims, { ...first, text: words, provisions: [{ id: 'P88', words: '' }] }] };
    case 'condition':
      return { ...sound, claims: [{ ...first, condition: words }, ...others] };
    case 'evidence':
      return { ...sound, evidence: [...sound.evidence, words] };
    case 'missing-fact':
      return { ...sound, missingFacts: [{ question: words, why: '' }] };
    case 'calculation':
      return { ...sound, calculations: [{ what: words, expression: '100*365*12', result: 438_000 }] };
    case 'outcome':
      return { ...sound, outcome: outcomeOf(words), claims: [] };
  }
}

function outcomeOf(words: string): ModelAnswer['outcome'] {
  if (words === 'harmful' || words === 'not-legal' || words === 'insufficient-basis') return words;
  throw new Error(`no outcome: ${words}`);
}
