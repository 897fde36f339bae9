import { ingestReportSchema } from '@lutai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cancelJob } from '../api/corpus.ts';
import { hasCode } from '../api/request-error.ts';
import { isFinished, useJob } from '../events/use-job.ts';
import { useStrings } from '../language/language.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ErrorState, SkeletonLines } from '../ui/states.tsx';
import { useToast } from '../ui/toast.tsx';
import { useErrorText } from '../ui/use-error-text.ts';
import { JobView } from './job-view.tsx';
import { UploadReport } from './upload-report.tsx';

export function UploadJob({ jobId, onAgain }: { jobId: string; onAgain: () => void }) {
  const { corpus, common } = useStrings();
  const client = useQueryClient();
  const tell = useToast();
  const errorText = useErrorText();
  const query = useJob(jobId);
  const cancel = useMutation({
    mutationFn: () => cancelJob(jobId),
    onSettled: () => client.invalidateQueries({ queryKey: ['job', jobId] }),
    onError: (error) => tell(errorText(error), 'danger'),
  });
  const job = query.data;
  const finished = job !== undefined && isFinished(job);
  useEffect(() => {
    if (!finished) return;
    void client.invalidateQueries({ queryKey: ['laws'] });
    void client.invalidateQueries({ queryKey: ['corpus-status'] });
    void client.invalidateQueries({ queryKey: ['law-reviews'] });
  }, [finished, client]);

  const again = (
    <Button variant="primary" className="self-start" onClick={onAgain}>
      {corpus.upload.again}
    </Button>
  );
  if (job === undefined) {
    if (!query.isError) return <SkeletonLines lines={4} />;
    return (
      <div className="panel">
        <ErrorState
          error={query.error}
          {...(hasCode(query.error, 'not-found') ? { onRetry: onAgain } : { onRetry: () => void query.refetch() })}
        />
      </div>
    );
  }
  if (!finished) {
    return (
      <div className="panel flex flex-col gap-5 px-6 py-6">
        <JobView job={job} label={corpus.upload.processing} />
        <Button className="self-end" busy={cancel.isPending} onClick={() => cancel.mutate()} data-testid="job-cancel">
          {common.cancel}
        </Button>
      </div>
    );
  }
  const report = ingestReportSchema.safeParse(job.result);
  return (
    <div className="flex flex-col gap-5">
      {job.state === 'failed' && (
        <Notice tone="danger" title={corpus.upload.failed} live>
          {job.error}
        </Notice>
      )}
      {job.state === 'cancelled' && <Notice live>{corpus.upload.cancelled}</Notice>}
      {report.success && <UploadReport report={report.data} />}
      {again}
    </div>
  );
}
