export { DocumentError, type DocumentErrorCode } from './document-error.ts';
export { maxFileBytes } from './limits.ts';
export { type DocumentFormat, documentExtensions, type ReadDocument, readDocument } from './read-document.ts';
export { readDocumentFile } from './read-document-file.ts';
export {
  type Checklist,
  type ContractFinding,
  type ContractReview,
  contractTypes,
  loadChecklists,
  maxReviewLength,
  type ReviewOptions,
  reviewContract,
  splitClauses,
} from './review/index.ts';
export * from './templates/index.ts';
export * from './write/index.ts';
