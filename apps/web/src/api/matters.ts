import {
  type AskMatterRequest,
  type MatterStatus,
  matterDetailSchema,
  matterListSchema,
  type Rating,
  ratingSchema,
} from '@lutai/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { queryString, request } from './request.ts';

const received = z.object({ matterId: z.string(), messageId: z.string() });
export const matterPath = (matterId: string) => `/api/matters/${encodeURIComponent(matterId)}`;

/** Page after page of a list; there is another page while fewer are loaded than there are. */
function pages(key: string, path: (page: number) => string, values: Record<string, unknown>) {
  return infiniteQueryOptions({
    queryKey: [key, values],
    initialPageParam: 1,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) => request(matterListSchema, path(pageParam), { signal }),
    getNextPageParam: (last, all, page) => {
      const loaded = all.reduce((sum, { matters }) => sum + matters.length, 0);
      return last.matters.length > 0 && loaded < last.total ? page + 1 : undefined;
    },
  });
}

export const matterListOptions = (status?: MatterStatus) =>
  pages('matters', (page) => `/api/matters${queryString({ status, page })}`, { status });

export const archiveOptions = (q: string) =>
  pages('archive', (page) => `/api/archive${queryString({ q, page })}`, { q });

/** What waits for the desk, asked for again every few seconds: there is no stream of the whole queue. */
export const queueOptions = ({ mine, area }: { mine: boolean; area: string | undefined }) => ({
  ...pages('queue', (page) => `/api/queue${queryString({ mine: mine || undefined, area, page })}`, { mine, area }),
  refetchInterval: 6000,
});

export const matterOptions = (matterId: string) =>
  queryOptions({
    queryKey: ['matter', matterId],
    queryFn: ({ signal }) => request(matterDetailSchema, matterPath(matterId), { signal }),
  });

export function askMatter(body: AskMatterRequest) {
  return request(received, '/api/matters', { method: 'POST', body });
}

export function addMessage(matterId: string, body: { text: string; idempotencyKey: string }) {
  return request(received, `${matterPath(matterId)}/messages`, { method: 'POST', body });
}

/** null: not known. Answers with the matter, its draft void where the day is another. */
export function setFactsDate(matterId: string, factsDate: string | null) {
  return request(matterDetailSchema, `${matterPath(matterId)}/facts-date`, { method: 'PUT', body: { factsDate } });
}

export function rateMatter(matterId: string, rating: Rating) {
  return request(z.unknown(), `${matterPath(matterId)}/rating`, { method: 'POST', body: ratingSchema.parse(rating) });
}
