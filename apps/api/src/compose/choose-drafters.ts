import { createExtractiveDrafter, createModelDrafter, type Drafter } from '@lutai/desk';
import type { OpenedModel } from './open-model.ts';

export type ChosenDrafters = { drafter: Drafter; fallback: Drafter };

/** The language model's drafter where one is configured; the extractive one alone, or to fall back on. */
export function chooseDrafters(model: OpenedModel | null): ChosenDrafters {
  const fallback = createExtractiveDrafter();
  if (model === null) return { drafter: fallback, fallback };
  return { drafter: createModelDrafter({ model: model.language, chatModel: model.chat }), fallback };
}
