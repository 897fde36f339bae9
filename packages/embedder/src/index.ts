export { createEmbedder, type EmbeddedEmbeddings } from './create-embedder.ts';
export { segmentForSearch } from './segment.ts';
