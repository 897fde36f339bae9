export { type AnswerFormat, answerFormats, type WritableAnswer } from './answer.ts';
export { explicitLabel, type ImplicitLabel, implicitLabel } from './labels.ts';
export { type DocumentFileFormat, documentFormats, type WritableDocument } from './writable-document.ts';
export { answerMediaTypes, writeAnswer } from './write-answer.ts';
export { writeAnswerDocx } from './write-answer-docx.ts';
export { writeAnswerHtml } from './write-answer-html.ts';
export { writeAnswerMarkdown } from './write-answer-markdown.ts';
export { writeDocument } from './write-document.ts';
