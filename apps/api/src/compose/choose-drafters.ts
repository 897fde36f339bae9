import { createExtractiveDrafter, createModelDrafter, type Drafter } from '@lutai/desk';
import type { Environment } from '../env.ts';

export type ChosenDrafters = { drafter: Drafter; fallback: Drafter; model: string | null };

/** The language model's drafter where one is configured; the extractive one alone, or to fall back on. */
export async function chooseDrafters({
  model,
  endpoint,
}: Pick<Environment, 'model' | 'endpoint'>): Promise<ChosenDrafters> {
  const fallback = createExtractiveDrafter();
  if (model === null) return { drafter: fallback, fallback, model };
  // Loaded where it is used: most commands start a quarter of a second sooner without it.
  const { createChatModel, createLanguageModel } = await import('@lutai/model');
  const config = { ...endpoint, model };
  const drafter = createModelDrafter({ model: createLanguageModel(config), chatModel: createChatModel(config) });
  return { drafter, fallback, model };
}
