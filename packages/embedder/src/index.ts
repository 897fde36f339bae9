export { createEmbedder, EmbeddedEmbeddings } from './create-embedder.ts';
export { segmentForSearch } from './segment.ts';
