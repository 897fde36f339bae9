export { type Annotation, annotateDocx, annotateText, unplacedReasons } from './annotate/index.ts';
export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { maxFileBytes } from './limits.ts';
export { type DocumentFormat, documentExtensions, type ReadDocument, readDocument } from './read-document.ts';
export { readDocumentFile } from './read-document-file.ts';
export { createRecogniser, type Recogniser } from './recognise/create-recogniser.ts';
export {
  type Checklist,
  type ContractFinding,
  type ContractReview,
  type ContractType,
  contractTypes,
  type LearntTerms,
  loadChecklists,
  loadLearntTerms,
  maxReviewLength,
  type ReviewOptions,
  type Role,
  reviewContract,
  rolesOf,
  splitClauses,
} from './review/index.ts';
export { type Ocr, readSentFile, type SentFile, type SentKind } from './sent/index.ts';
export * from './templates/index.ts';
export * from './write/index.ts';
