import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { corpusStatusOptions, reindexCorpus } from '../api/corpus.ts';
import { isFinished, useJob } from '../events/use-job.ts';
import { useStrings } from '../language/language.tsx';
import { maySee } from '../session/may-see.ts';
import { useMe } from '../session/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { usePageTitle } from '../ui/page-title.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { CorpusFrame } from './corpus-frame.tsx';
import { JobView } from './job-view.tsx';
import { StatusAge } from './status-age.tsx';
import { StatusFacts } from './status-facts.tsx';

export function StatusPage() {
  const { corpus } = useStrings();
  const me = useMe();
  const errorText = useErrorText();
  usePageTitle(corpus.status.title);
  const query = useQuery(corpusStatusOptions);
  const [jobId, setJobId] = useState<string>();
  const job = useJob(jobId).data;
  const working = job !== undefined && !isFinished(job);
  const reindex = useMutation({ mutationFn: reindexCorpus, onSuccess: (started) => setJobId(started.jobId) });
  return (
    <CorpusFrame>
      {query.data ? (
        <StatusFacts status={query.data} />
      ) : query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
      {query.data && maySee(me.role, 'upload') && (
        <div className="mt-6 flex max-w-xl flex-col gap-4">
          {working && <JobView job={job} label={corpus.status.reindexing} />}
          {job?.state === 'failed' && <Notice tone="danger">{job.error}</Notice>}
          {reindex.error && <Notice tone="danger">{errorText(reindex.error)}</Notice>}
          <Button
            className="self-start"
            busy={reindex.isPending || working}
            onClick={() => reindex.mutate()}
            data-testid="reindex"
          >
            {corpus.status.reindex}
          </Button>
        </div>
      )}
      <StatusAge />
    </CorpusFrame>
  );
}
