export { type DocxParagraph, docxParts, makeDocx } from './make-docx.ts';
export { makePdf } from './make-pdf.ts';
export { approvedBy, sampleAnswer } from './sample-answer.ts';
