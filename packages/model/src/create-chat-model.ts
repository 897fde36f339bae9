import { ChatOpenAI } from '@langchain/openai';
import type { LanguageModelConfig } from './language-model.ts';

export type ChatModel = ChatOpenAI;

/** The same endpoint as a LangChain chat model, for LangChain's agents. Retries are this package's: none of LangChain's. */
export function createChatModel(config: LanguageModelConfig): ChatModel {
  return new ChatOpenAI({
    model: config.model,
    apiKey: config.apiKey,
    configuration: { baseURL: config.baseUrl },
    timeout: config.timeoutMs ?? 120_000,
    maxRetries: config.maxRetries ?? 2,
  });
}
