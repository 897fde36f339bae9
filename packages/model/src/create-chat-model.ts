import { ChatOpenAI } from '@langchain/openai';
import type { LanguageModelConfig } from './language-model.ts';

export type ChatModel = ChatOpenAI;

/** The same endpoint as a LangChain chat model, for LangChain's agents; its retries are set here and nowhere else. */
export function createChatModel(config: LanguageModelConfig): ChatModel {
  return new ChatOpenAI({
    model: config.model,
    apiKey: config.apiKey,
    configuration: { baseURL: config.baseUrl },
    timeout: config.timeoutMs ?? 120_000,
    maxRetries: config.maxRetries ?? 2,
    ...(config.temperature === undefined ? {} : { temperature: config.temperature }),
  });
}
