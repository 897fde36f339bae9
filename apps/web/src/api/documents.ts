import {
  type DocumentDetail,
  type DocumentList,
  type DocumentSummary,
  documentDetailSchema,
  documentListSchema,
  documentPreviewSchema,
  type FieldValues,
  type MatterEvent,
  templateListSchema,
  uploadedContractSchema,
} from '@lutai/contracts';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { matterPath } from './matters.ts';
import { request } from './request.ts';
import { type SendOptions, sendForm } from './send-form.ts';

const documentPath = (documentId: string) => `/api/documents/${encodeURIComponent(documentId)}`;
export const documentFilePath = (documentId: string, format: 'docx' | 'html' | 'source') =>
  `${documentPath(documentId)}/file?format=${format}`;
export const attachmentPath = (messageId: string, sha256: string) =>
  `/api/messages/${encodeURIComponent(messageId)}/attachments/${encodeURIComponent(sha256)}`;

export const templatesOptions = queryOptions({
  queryKey: ['templates'],
  queryFn: ({ signal }) => request(templateListSchema, '/api/templates', { signal }),
  staleTime: 10 * 60_000,
});

// Below the matter's own key: whatever refreshes the matter refreshes its documents.
export const documentsOptions = (matterId: string) =>
  queryOptions({
    queryKey: ['matter', matterId, 'documents'],
    queryFn: ({ signal }) => request(documentListSchema, `${matterPath(matterId)}/documents`, { signal }),
  });

/** While a contract is being recognised its list is asked for anew, also where no events come. */
export const whileReading = ({ state }: { state: { data: DocumentList | undefined } }): number | false =>
  state.data?.documents.some(({ status }) => status === 'reading') ? 3000 : false;

export const documentKey = (matterId: string, documentId: string) => ['matter', matterId, 'document', documentId];
export const documentOptions = (matterId: string, documentId: string) =>
  queryOptions({
    queryKey: documentKey(matterId, documentId),
    queryFn: ({ signal }) => request(documentDetailSchema, documentPath(documentId), { signal }),
  });

/** Shows how far the recognition of a contract is wherever it is on the page. */
export function keepReading(client: QueryClient, event: Extract<MatterEvent, { type: 'document-reading' }>): void {
  const { matterId, documentId, page, pages } = event;
  const moved = <Shown extends DocumentSummary | DocumentDetail>(document: Shown): Shown =>
    document.id === documentId && document.status === 'reading' ? { ...document, reading: { page, pages } } : document;
  client.setQueryData(documentsOptions(matterId).queryKey, (list) =>
    list ? { documents: list.documents.map(moved) } : undefined,
  );
  client.setQueryData(documentOptions(matterId, documentId).queryKey, (document) => document && moved(document));
}

export function startDocument(matterId: string, body: { templateId: string; copyOf?: string }) {
  return request(documentDetailSchema, `${matterPath(matterId)}/documents`, { method: 'POST', body });
}

export function fillDocument(documentId: string, body: { baseRevisionId: string; values: FieldValues }) {
  return request(documentDetailSchema, `${documentPath(documentId)}/values`, { method: 'PUT', body });
}

/** The page as it would be printed with values that are not saved, and what is then missing. */
export function previewDocument(documentId: string, values: FieldValues, signal: AbortSignal) {
  const path = `${documentPath(documentId)}/preview`;
  return request(documentPreviewSchema, path, { method: 'POST', body: { values }, signal });
}

export function requestFields(documentId: string, fields: string[]) {
  return request(documentDetailSchema, `${documentPath(documentId)}/request-fields`, {
    method: 'POST',
    body: { fields },
  });
}

export function uploadContract(matterId: string, file: File, options: SendOptions) {
  const form = new FormData();
  form.append('file', file, file.name);
  return sendForm(uploadedContractSchema, `${matterPath(matterId)}/contracts`, form, options);
}

/** Opens a matter with a contract; the same key twice is the same matter. */
export function sendContract(file: File, fields: { note: string; idempotencyKey: string }, options: SendOptions) {
  const form = new FormData();
  form.append('file', file, file.name);
  if (fields.note !== '') form.append('note', fields.note);
  form.append('idempotencyKey', fields.idempotencyKey);
  return sendForm(uploadedContractSchema, '/api/contracts', form, options);
}

export function reviewContract(documentId: string, body: { baseRevisionId: string; type?: string; side?: string }) {
  return request(documentDetailSchema, `${documentPath(documentId)}/review`, { method: 'POST', body });
}

export function decideFinding(
  documentId: string,
  key: string,
  body: { baseRevisionId: string; decision: 'accepted' | 'rejected' | null; suggestion: string | null },
) {
  const path = `${documentPath(documentId)}/findings/${encodeURIComponent(key)}/decision`;
  return request(documentDetailSchema, path, { method: 'POST', body });
}

export function approveDocument(documentId: string, body: { revisionId: string; contentHash: string }) {
  return request(documentDetailSchema, `${documentPath(documentId)}/approve`, { method: 'POST', body });
}

/** No longer to be sent; it is kept, and no longer changes. */
export function discardDocument(documentId: string) {
  return request(documentDetailSchema, `${documentPath(documentId)}/discard`, { method: 'POST', body: {} });
}
