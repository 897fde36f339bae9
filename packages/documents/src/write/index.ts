export { type AnswerFormat, answerFormats, type WritableAnswer } from './answer.ts';
export { explicitLabel, type ImplicitLabel, implicitLabel } from './labels.ts';
export { answerMediaTypes, writeAnswer } from './write-answer.ts';
export { writeAnswerDocx } from './write-answer-docx.ts';
export { writeAnswerHtml } from './write-answer-html.ts';
export { writeAnswerMarkdown } from './write-answer-markdown.ts';
