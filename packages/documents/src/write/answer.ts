/** An answer as it is taken out of the desk. */
export interface WritableAnswer {
  /** The matter's number for people, 2026-0001; null for an answer outside any matter. */
  number: string | null;
  subject: string;
  /** Markdown. */
  text: string;
  /** Whether a machine had a part in the text, model or not. */
  madeByAi: boolean;
  /** Names this very text among all that the producer made: the revision's id. */
  id: string;
  /** SHA-256 (hex) of what an approval signs. */
  contentHash: string;
  approval: { by: string; at: Date } | null;
  writtenAt: Date;
  /** Name or code of the service that made the text; printable ASCII without spaces, quotes and backslashes. */
  producer: string;
}

export const answerFormats = ['docx', 'html', 'md'] as const;
export type AnswerFormat = (typeof answerFormats)[number];
