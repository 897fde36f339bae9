import {
  corpusAgeSchema,
  corpusStatusSchema,
  jobSchema,
  lawComparisonSchema,
  lawDetailSchema,
  lawListSchema,
  searchResponseSchema,
} from '@lutai/contracts';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { queryString, request } from './request.ts';

export const searchOptions = (values: { q: string; asOf: string | undefined; k?: number }) =>
  queryOptions({
    queryKey: ['search', values],
    queryFn: ({ signal }) => request(searchResponseSchema, `/api/search${queryString(values)}`, { signal }),
    staleTime: 60_000,
  });

export const lawListOptions = (values: { q: string | undefined; level: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['laws', values],
    initialPageParam: 1,
    queryFn: ({ pageParam, signal }) =>
      request(lawListSchema, `/api/laws${queryString({ ...values, page: pageParam })}`, { signal }),
    getNextPageParam: (last, all, page) => {
      const loaded = all.reduce((sum, { laws }) => sum + laws.length, 0);
      return last.laws.length > 0 && loaded < last.total ? page + 1 : undefined;
    },
    placeholderData: keepPreviousData,
  });

export const lawOptions = (lawId: string, version: string | undefined) =>
  queryOptions({
    queryKey: ['law', lawId, version],
    queryFn: ({ signal }) =>
      request(lawDetailSchema, `/api/laws/${encodeURIComponent(lawId)}${queryString({ version })}`, { signal }),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
  });

export const comparisonOptions = (lawId: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['law-comparison', lawId, from, to],
    queryFn: ({ signal }) =>
      request(lawComparisonSchema, `/api/laws/${encodeURIComponent(lawId)}/compare${queryString({ from, to })}`, {
        signal,
      }),
    staleTime: 5 * 60_000,
  });

export const corpusAgeOptions = queryOptions({
  queryKey: ['corpus-age'],
  queryFn: ({ signal }) => request(corpusAgeSchema, '/api/corpus/age', { signal }),
  staleTime: 5 * 60_000,
});

export const corpusStatusOptions = queryOptions({
  queryKey: ['corpus-status'],
  queryFn: ({ signal }) => request(corpusStatusSchema, '/api/corpus/status', { signal }),
  refetchInterval: 10_000,
});

export function reindexCorpus() {
  return request(z.object({ jobId: z.string() }), '/api/corpus/reindex', { method: 'POST', body: {} });
}

export function cancelJob(jobId: string) {
  return request(z.union([jobSchema, z.unknown()]), `/api/jobs/${encodeURIComponent(jobId)}/cancel`, {
    method: 'POST',
    body: {},
  });
}
