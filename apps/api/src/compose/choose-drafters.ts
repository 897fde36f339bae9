import { createExtractiveDrafter, createModelDrafter, type Drafter } from '@lutai/desk';
import { createChatModel, createLanguageModel } from '@lutai/model';
import type { Environment } from '../env.ts';

export type ChosenDrafters = { drafter: Drafter; fallback: Drafter; model: string | null };

/** The language model's drafter where one is configured; the extractive one alone, or to fall back on. */
export function chooseDrafters({ model, endpoint }: Pick<Environment, 'model' | 'endpoint'>): ChosenDrafters {
  const fallback = createExtractiveDrafter();
  if (model === null) return { drafter: fallback, fallback, model };
  const config = { ...endpoint, model };
  const drafter = createModelDrafter({ model: createLanguageModel(config), chatModel: createChatModel(config) });
  return { drafter, fallback, model };
}
