export * from './cached-model.ts';
export * from './create-chat-model.ts';
export * from './create-language-model.ts';
export * from './create-model-embeddings.ts';
export * from './language-model.ts';
export * from './model-error.ts';
export * from './recorded-model.ts';
