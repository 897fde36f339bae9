export type { FillProblem, LendingRateCap, RuleDeps } from './check-rules.ts';
export {
  type BlockKind,
  blockText,
  type DocumentBlock,
  type DocumentLayout,
  type DocumentSpan,
  type DocumentTree,
  documentText,
} from './document-tree.ts';
export { type FilledTemplate, fillTemplate } from './fill-template.ts';
export { loadTemplates, parseTemplate } from './load-templates.ts';
export { fieldsInPlay, type MissingField, type Values } from './missing-fields.ts';
export type { Party as DocumentParty } from './party.ts';
export type { Field, Template } from './template-schema.ts';
export { valuesFromFacts } from './values-from-facts.ts';
