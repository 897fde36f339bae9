import type { LanguageModel, LanguageModelConfig } from './language-model.ts';

export function createLanguageModel(config: LanguageModelConfig): LanguageModel {
  return { name: config.model, generate: () => Promise.reject(new Error('not built yet')) };
}
