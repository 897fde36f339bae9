import { answerText } from './answer-text.ts';
import type { WrittenDraft } from './drafter.ts';

/** The text for the client of what a drafter wrote; `safety` comes first of all where somebody is in danger. */
export function renderAnswer(
  { conclusion, claims, calculations, provisions, guidance }: WrittenDraft,
  { today, safety }: { today: string; safety?: string | undefined },
): string {
  const reasons = [
    ...claims.filter(({ part }) => part === 'reason').map(({ text }, index) => `${index + 1}. ${text}`),
    ...calculations.map((line) => `- ${line}`),
  ].join('\n');
  return answerText({ safety, conclusion, reasons, provisions, guidance, today });
}
