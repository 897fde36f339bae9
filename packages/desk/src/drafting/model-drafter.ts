import type { ChatModel, LanguageModel } from '@lutai/model';
import type { Drafter } from './drafter.ts';

export type ModelDrafterConfig = {
  model: LanguageModel;
  /** Let the model look further in the corpus before it writes; needs `chatModel`. */
  research?: boolean;
  chatModel?: ChatModel;
};

/** The drafter that writes by a language model and cites only the provisions it was given. */
export function createModelDrafter(config: ModelDrafterConfig): Drafter {
  return { kind: 'model', draft: () => Promise.reject(new Error(`not built yet: ${config.model.name}`)) };
}
