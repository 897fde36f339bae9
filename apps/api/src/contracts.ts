/** The review of contracts without a desk: whoever uses it says how citations are checked. */
export { contractTasks } from './compose/contract-thread/contract-tasks.ts';
export { contractWorks, proposeReview } from './compose/contract-works.ts';
export { loadDocumentData } from './compose/document-data.ts';
