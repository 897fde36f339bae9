import { type Job, jobEventSchema, jobSchema } from '@lutai/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from '../api/request.ts';
import { openEvents } from './event-source.ts';
import { parseEvent } from './parse-event.ts';

export const isFinished = (job: Job): boolean => ['done', 'failed', 'cancelled'].includes(job.state);

/** One job, followed by its events; asked for now and then as well, so that a lost stream does not leave it hanging. */
export function useJob(jobId: string | undefined) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['job', jobId],
    queryFn: ({ signal }) => request(jobSchema, `/api/jobs/${encodeURIComponent(jobId ?? '')}`, { signal }),
    enabled: jobId !== undefined,
    refetchInterval: ({ state }) => (state.data !== undefined && isFinished(state.data) ? false : 5000),
  });
  const finished = query.data !== undefined && isFinished(query.data);

  useEffect(() => {
    if (jobId === undefined || finished) return;
    const stream = openEvents(`/api/jobs/${encodeURIComponent(jobId)}/events`, ['job'], {
      onEvent: (_, data) => {
        const event = parseEvent(jobEventSchema, data);
        if (event?.job.id === jobId) client.setQueryData(['job', jobId], event.job);
      },
    });
    return stream.close;
  }, [client, jobId, finished]);

  return query;
}
