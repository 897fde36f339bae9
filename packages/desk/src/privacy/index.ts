export { createMasker, type Masker, type UnmaskedReply } from './create-masker.ts';
export { maskedModel } from './masked-model.ts';
export { maskingEmbeddings, maskText } from './masking-embeddings.ts';
