import { Document } from '@langchain/core/documents';
import type { ProvisionCatalogue } from '../storage/provision-catalogue.ts';
import type { ProvisionRecord } from '../types.ts';

export type ProvisionMetadata = Omit<ProvisionRecord, 'text'> & { place: number };

/** A provision as LangChain's stores and retrievers hand it on. */
export function provisionDocument(catalogue: ProvisionCatalogue, place: number): Document<ProvisionMetadata> {
  const { text, ...metadata } = catalogue.record(place);
  return new Document({ id: metadata.provisionId, pageContent: text, metadata: { ...metadata, place } });
}

/** The place that `provisionDocument` gave a document; undefined for one that came from elsewhere. */
export function placeOfDocument({ metadata }: { metadata: Record<string, unknown> }): number | undefined {
  return typeof metadata.place === 'number' ? metadata.place : undefined;
}
