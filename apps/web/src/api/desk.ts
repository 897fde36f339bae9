import {
  auditListSchema,
  citeCheckResponseSchema,
  matterDetailSchema,
  publicationPreviewSchema,
  revisionSchema,
} from '@lutai/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { matterPath } from './matters.ts';
import { queryString, request } from './request.ts';

export type MatterAction = 'claim' | 'release' | 'redraft' | 'archive';

export function actOnMatter(matterId: string, action: MatterAction) {
  return request(matterDetailSchema, `${matterPath(matterId)}/${action}`, { method: 'POST', body: {} });
}

const draftPath = (draftId: string) => `/api/drafts/${encodeURIComponent(draftId)}`;

export function reviseDraft(draftId: string, body: { baseRevisionId: string; text: string }) {
  return request(revisionSchema, `${draftPath(draftId)}/revisions`, { method: 'POST', body });
}

export function approveDraft(draftId: string, body: { revisionId: string; contentHash: string }) {
  return request(matterDetailSchema, `${draftPath(draftId)}/approve`, { method: 'POST', body });
}

/** Says on which day something happened; null takes it back. The answer has the deadlines counted anew. */
export function enterEvent(draftId: string, body: { event: string; day: string | null; until: string | null }) {
  return request(matterDetailSchema, `${draftPath(draftId)}/events`, { method: 'POST', body });
}

const rulingPath = (draftId: string, key: string) => `${draftPath(draftId)}/findings/${encodeURIComponent(key)}/ruling`;

export function ruleFinding(draftId: string, key: string, body: { revisionId: string; reason: string }) {
  return request(matterDetailSchema, rulingPath(draftId, key), { method: 'POST', body });
}

export function withdrawRuling(draftId: string, key: string, body: { revisionId: string }) {
  return request(matterDetailSchema, `${rulingPath(draftId, key)}/withdraw`, { method: 'POST', body });
}

export function settleDelivery(deliveryId: string, decision: 'was-sent' | 'send-again') {
  const path = `/api/deliveries/${encodeURIComponent(deliveryId)}/settle`;
  return request(matterDetailSchema, path, { method: 'POST', body: { decision } });
}

export const citeCheckOptions = (text: string, asOf: string | null) =>
  queryOptions({
    queryKey: ['cite-check', asOf, text],
    queryFn: ({ signal }) =>
      request(citeCheckResponseSchema, '/api/cite-check', {
        method: 'POST',
        body: { text, ...(asOf === null ? {} : { asOf }) },
        signal,
      }),
    staleTime: 60_000,
    gcTime: 60_000,
  });

export const matterAuditOptions = (matterId: string) =>
  queryOptions({
    // Below the matter's own key: whatever refreshes the matter refreshes its record.
    queryKey: ['matter', matterId, 'audit'],
    queryFn: ({ signal }) => request(auditListSchema, `${matterPath(matterId)}/audit`, { signal }),
  });

export const auditOptions = () =>
  infiniteQueryOptions({
    queryKey: ['audit'],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      request(auditListSchema, `/api/audit${queryString({ page: pageParam })}`, { signal }),
    // The answer has no total: an empty page is the end.
    getNextPageParam: (last, _, page) => (last.entries.length === 0 ? undefined : page + 1),
  });

export const publicationOptions = (matterId: string) =>
  queryOptions({
    queryKey: ['publication', matterId],
    queryFn: ({ signal }) => request(publicationPreviewSchema, `${matterPath(matterId)}/publication`, { signal }),
    staleTime: 0,
    gcTime: 0,
  });

export function publishCase(matterId: string, body: { title: string; question: string; answer: string }) {
  return request(z.object({ caseId: z.string() }), `${matterPath(matterId)}/publication`, { method: 'POST', body });
}
