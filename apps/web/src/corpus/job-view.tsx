import type { Job } from '@lutai/contracts';
import { useStrings } from '../language/language.tsx';
import { ProgressBar } from '../ui/progress-bar.tsx';
import { jobProgress } from './job-progress.ts';

/** A job at work: what it is doing, how much is done, how long it may take yet. */
export function JobView({ job, label }: { job: Job; label: string }) {
  const { corpus, words } = useStrings();
  const progress = jobProgress(job.progress);
  return (
    <div className="flex flex-col gap-2.5" data-testid="job-progress">
      <div aria-live="polite" className="flex flex-wrap justify-between gap-x-4 text-sm">
        <span>{job.state === 'queued' ? words.job.queued : progress?.phase || label}</span>
        {progress && (
          <span className="tabular text-faint">
            {corpus.upload.progress(progress.done, progress.total)}
            {progress.secondsLeft !== null && ` · ${corpus.upload.secondsLeft(Math.ceil(progress.secondsLeft))}`}
          </span>
        )}
      </div>
      <ProgressBar label={label} part={progress && progress.total > 0 ? progress.done / progress.total : null} />
    </div>
  );
}
