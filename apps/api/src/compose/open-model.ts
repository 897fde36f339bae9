import type { ChatModel, LanguageModel } from '@lutai/model';
import type { Environment } from '../env.ts';

export type OpenedModel = { language: LanguageModel; chat: ChatModel };

/** The language model that is configured, if any. */
export async function openModel({
  model,
  endpoint,
}: Pick<Environment, 'model' | 'endpoint'>): Promise<OpenedModel | null> {
  if (model === null) return null;
  // Loaded where it is used: most commands start a quarter of a second sooner without it.
  const { createChatModel, createLanguageModel } = await import('@lutai/model');
  const config = { ...endpoint, model };
  return { language: createLanguageModel(config), chat: createChatModel(config) };
}
