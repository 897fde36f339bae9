export { type Check, type Checklist, checklistSchema, findingKinds, risks } from './checklist-schema.ts';
export type { ContractFinding } from './contract-finding.ts';
export { createLearntTerms, type LearntTerms, loadLearntTerms } from './learnt/learnt-terms.ts';
export { loadChecklists } from './load-checklists.ts';
export { type ContractReading, readContract } from './read-contract.ts';
export type { Party } from './read-parties.ts';
export { type ContractReview, maxReviewLength, type ReviewOptions, reviewContract } from './review-contract.ts';
export { type ContractType, contractTypes, type Role, roles, rolesOf } from './roles.ts';
export { type Clause, splitClauses } from './split-clauses.ts';
