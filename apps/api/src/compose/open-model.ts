import type { ChatModel, LanguageModel } from '@lutai/model';
import type { Environment } from '../env.ts';

export type OpenedModel = { language: LanguageModel; chat: ChatModel };

/** The language model that is configured, if any. Throws where the folder for its replies cannot be made. */
export async function openModel({
  model,
  endpoint,
  modelPrice,
  modelCacheFolder,
}: Pick<Environment, 'model' | 'endpoint' | 'modelPrice' | 'modelCacheFolder'>): Promise<OpenedModel | null> {
  if (model === null) return null;
  // Loaded where it is used: most commands start a quarter of a second sooner without it.
  const { cachedModel, createChatModel, createLanguageModel } = await import('@lutai/model');
  const config = { ...endpoint, model, price: modelPrice };
  const language = createLanguageModel(config);
  const { baseUrl } = endpoint;
  return {
    language: modelCacheFolder === null ? language : cachedModel(language, { folder: modelCacheFolder, baseUrl }),
    chat: createChatModel(config),
  };
}
