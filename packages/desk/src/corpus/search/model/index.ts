export type { ModelCall } from './create-model-asker.ts';
export {
  createModelSearch,
  type ModelSearch,
  type ModelSearchConfig,
  type ModelSearchDeps,
  type ModelSearchInput,
} from './create-model-search.ts';
export { type ModelHelp, type ModelStage, type ModelStageState, modelStages } from './model-help.ts';
