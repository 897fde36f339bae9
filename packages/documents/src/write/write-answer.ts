import type { AnswerFormat, WritableAnswer } from './answer.ts';
import { writeAnswerDocx } from './write-answer-docx.ts';
import { writeAnswerHtml } from './write-answer-html.ts';
import { writeAnswerMarkdown } from './write-answer-markdown.ts';

/** Media types of the files, for who sends them. */
export const answerMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
} as const satisfies Record<AnswerFormat, string>;

/** The answer as the bytes of a file, labelled. Throws `DocumentError` `too-large` for what is no answer. */
export async function writeAnswer(format: AnswerFormat, answer: WritableAnswer): Promise<Uint8Array> {
  if (format === 'docx') return writeAnswerDocx(answer);
  return Buffer.from(format === 'html' ? writeAnswerHtml(answer) : writeAnswerMarkdown(answer), 'utf8');
}
